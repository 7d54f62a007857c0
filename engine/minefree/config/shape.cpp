#include <minefree/config/shape.hpp>

#include <utility>

namespace minefree::config {

Shape::Shape() = default;
Shape::Shape(Shape const&) = default;
Shape::Shape(Shape&&) noexcept = default;
Shape& Shape::operator=(Shape const&) = default;
Shape& Shape::operator=(Shape&&) noexcept = default;
Shape::~Shape() = default;

SharedShape shared(Shape shape) { return std::make_shared<Shape const>(std::move(shape)); }

Shape one_of(std::vector<SharedShape> alternatives) {
  Shape shape;
  shape.form = Shape::Form::one_of;
  shape.words = alternatives.front()->words;
  shape.example = alternatives.front()->example;
  shape.parts = std::move(alternatives);
  return shape;
}

}  // namespace minefree::config

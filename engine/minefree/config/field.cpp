#include <minefree/config/field.hpp>

namespace minefree::config {

namespace {

AnyField named_field(std::string_view name, std::string_view help) {
  AnyField field;
  field.shape.name = name;
  field.shape.help = help;
  return field;
}

}  // namespace

AnyField::AnyField() = default;
AnyField::AnyField(AnyField const&) = default;
AnyField::AnyField(AnyField&&) noexcept = default;
AnyField& AnyField::operator=(AnyField const&) = default;
AnyField& AnyField::operator=(AnyField&&) noexcept = default;
AnyField::~AnyField() = default;

AnyField kept_field(std::string_view name, std::string_view help,
                    std::shared_ptr<Kind const> const& kind, Slot slot, void const* fresh) {
  auto field = unkept_field(name, help, kind);
  if (fresh) field.shape.fallback = kind->print(fresh);
  field.read = [kind, slot](Tree const& tree, Reading const& reading, void* owner) {
    return kind->read(tree, reading, slot.in(owner));
  };
  return field;
}

AnyField unkept_field(std::string_view name, std::string_view help,
                      std::shared_ptr<Kind const> const& kind) {
  auto field = named_field(name, help);
  field.shape.shape = {kind, &kind->shape()};
  return field;
}

AnyField refused_field(std::string_view name, std::string_view predicate) {
  auto field = named_field(name, predicate);
  field.shape.refused = true;
  field.read = [predicate = std::string(predicate)](Tree const& tree, Reading const& reading,
                                                    void*) {
    reading.refuse(tree.place, predicate);
    return false;
  };
  return field;
}

}  // namespace minefree::config

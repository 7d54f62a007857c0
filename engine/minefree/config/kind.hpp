#pragma once

#include <string>
#include <utility>

#include <minefree/config/reading.hpp>
#include <minefree/config/shape.hpp>
#include <minefree/config/tree.hpp>

namespace minefree::config {

/// A kind of value without its type, which only those know who make one and read with it: `Value`
/// and `Field` see to it that they agree. Lists, maps and records are read by what is here alone,
/// once for all types.
class Kind {
 public:
  explicit Kind(Shape shape) : shape_(std::move(shape)) {}
  Kind(Kind const&) = delete;
  Kind& operator=(Kind const&) = delete;
  virtual ~Kind();

  Shape const& shape() const { return shape_; }

  /// Reads into the object there, which is of the type of the value and new, or what a new owner
  /// has by default. False when there were problems, which are then reported; the object is of no
  /// use then.
  bool read(Tree const&, Reading const&, void* into) const;

  /// The value there as it would stand in a file, for defaults; empty where that is not asked for.
  virtual std::string print(void const* value) const;

 protected:
  /// What `read` does.
  virtual bool read_into(Tree const&, Reading const&, void* into) const = 0;

  Shape& shape() { return shape_; }

 private:
  Shape shape_;
};

}  // namespace minefree::config

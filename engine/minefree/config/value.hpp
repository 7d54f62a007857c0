#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <minefree/config/kind.hpp>

namespace minefree::config {

/// A kind of value of type T: how one is read from a tree, and what shape it has. Cheap to copy.
template <class T>
class Value {
 public:
  using Type = T;

  /// Of a kind that reads into a T and nothing else: no one checks that.
  explicit Value(std::shared_ptr<Kind const> kind) : kind_(std::move(kind)) {}

  /// Nothing when there were problems, which it has reported.
  std::optional<T> read(Tree const& tree, Reading const& reading) const {
    T value{};
    if (!kind_->read(tree, reading, &value)) return std::nullopt;
    return value;
  }

  /// As it would stand in a file, for defaults; empty where a kind does not print.
  std::string print(T const& value) const { return kind_->print(&value); }

  SharedShape shape() const { return {kind_, &kind_->shape()}; }
  std::shared_ptr<Kind const> const& kind() const { return kind_; }

 private:
  std::shared_ptr<Kind const> kind_;
};

/// A kind whose values a function reads: `read(tree, reading, shape)` gives an optional T.
template <class T, class Read>
class ReadByFunction : public Kind {
 public:
  ReadByFunction(Shape shape, Read function) : Kind(std::move(shape)), read_(std::move(function)) {}

  bool read_into(Tree const& tree, Reading const& reading, void* into) const override {
    std::optional<T> value = read_(tree, reading, shape());
    if (!value) return false;
    *static_cast<T*>(into) = std::move(*value);
    return true;
  }

 private:
  Read read_;
};

template <class T, class Read, class Print>
class ReadAndPrinted : public ReadByFunction<T, Read> {
 public:
  ReadAndPrinted(Shape shape, Read function, Print printer)
      : ReadByFunction<T, Read>(std::move(shape), std::move(function)),
        print_(std::move(printer)) {}

  std::string print(void const* value) const override {
    return print_(*static_cast<T const*>(value));
  }

 private:
  Print print_;
};

/// A value of that shape, read by a function as above.
template <class T, class Read>
Value<T> value_of(Shape shape, Read read) {
  return Value<T>(std::make_shared<ReadByFunction<T, Read>>(std::move(shape), std::move(read)));
}

/// The same, whose default `print(value)` writes as it would stand in a file.
template <class T, class Read, class Print>
Value<T> value_of(Shape shape, Read read, Print print) {
  return Value<T>(std::make_shared<ReadAndPrinted<T, Read, Print>>(
      std::move(shape), std::move(read), std::move(print)));
}

}  // namespace minefree::config

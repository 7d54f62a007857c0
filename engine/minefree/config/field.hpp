#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <minefree/config/slot.hpp>
#include <minefree/config/value.hpp>

namespace minefree::config {

/// One key of a record of some owner: its name, what it means, whether it must be there, and how it
/// is read into an owner. `read` is false when there were problems.
struct AnyField {
  FieldShape shape;
  std::function<bool(Tree const&, Reading const&, void* owner)> read;

  // Out of line: there are hundreds.
  AnyField();
  AnyField(AnyField const&);
  AnyField(AnyField&&) noexcept;
  AnyField& operator=(AnyField const&);
  AnyField& operator=(AnyField&&) noexcept;
  ~AnyField();
};

/// One key of a record of an Owner. Made by `field` and the functions after it.
template <class Owner>
struct Field : AnyField {
  /// The same field, which no file may leave out.
  Field required() && {
    shape.required = true;
    shape.fallback.clear();
    return std::move(*this);
  }
  /// The same field, with a default that is not the member's initial value, in words.
  Field defaults_to(std::string words) && {
    shape.fallback = std::move(words);
    return std::move(*this);
  }
};

/// A field of that kind, kept in that slot. `fresh` is the slot of a new owner, whose value is the
/// default, or nullptr where there is none to print.
AnyField kept_field(std::string_view name, std::string_view help,
                    std::shared_ptr<Kind const> const& kind, Slot slot, void const* fresh);
/// A field whose value is checked and not kept.
AnyField unkept_field(std::string_view name, std::string_view help,
                      std::shared_ptr<Kind const> const& kind);
/// A field that is refused with the rest of a sentence that starts with its name.
AnyField refused_field(std::string_view name, std::string_view predicate);

/// The declaration of one field: where it is kept, how it is read, what it means. The default is
/// what a newly made Owner holds.
template <class Owner, class Member, class T>
Field<Owner> field(std::string_view name, Member Owner::* member, Value<T> const& value,
                   std::string_view help) {
  auto const slot = Slot::of<T>(member);
  if constexpr (std::is_same_v<Member, T>) {
    Owner const fresh{};
    return {kept_field(name, help, value.kind(), slot, &(fresh.*member))};
  } else {
    return {kept_field(name, help, value.kind(), slot, nullptr)};
  }
}

/// A field that a function reads into its owner: `read(value, owner)` takes what was read.
template <class Owner, class T, class Take>
Field<Owner> taken_field(std::string_view name, Value<T> const& value, std::string_view help,
                         Take take) {
  auto const read = [value, take = std::move(take)](Tree const& tree, Reading const& reading,
                                                    void* owner) {
    auto result = value.read(tree, reading);
    if (result) take(std::move(*result), *static_cast<Owner*>(owner));
    return result.has_value();
  };
  auto field = unkept_field(name, help, value.kind());
  field.read = read;
  return {std::move(field)};
}

/// A field whose value is checked here, but read or used elsewhere.
template <class Owner, class T>
Field<Owner> checked_only(std::string_view name, Value<T> const& value, std::string_view help) {
  return taken_field<Owner>(name, value, help, [](T const&, Owner&) {});
}

/// A key that is known but refused, with the rest of a sentence that starts with its name: why, and
/// how to go on.
template <class Owner>
Field<Owner> refused(std::string_view name, std::string_view predicate) {
  return {refused_field(name, predicate)};
}

}  // namespace minefree::config

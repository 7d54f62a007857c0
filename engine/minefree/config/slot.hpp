#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <optional>
#include <type_traits>

namespace minefree::config {

/// Where an owner keeps the value of a field, without the types of either.
class Slot {
 public:
  /// Of a member that is a T, or an optional one.
  template <class T, class Owner, class Member>
  static Slot of(Member Owner::* member) {
    static_assert(std::is_same_v<Member, T> || std::is_same_v<Member, std::optional<T>>);
    static_assert(sizeof member <= sizeof(Bytes));
    Slot slot;
    std::memcpy(slot.member_.data(), &member, sizeof member);
    slot.find_ = [](Bytes const& bytes, void* owner) -> void* {
      Member Owner::* where{};
      std::memcpy(&where, bytes.data(), sizeof where);
      auto& found = static_cast<Owner*>(owner)->*where;
      if constexpr (std::is_same_v<Member, T>) {
        return &found;
      } else {
        return &found.emplace();
      }
    };
    return slot;
  }

  /// The T in that owner; of an optional one, a new T.
  void* in(void* owner) const { return find_(member_, owner); }

 private:
  using Bytes = std::array<std::byte, sizeof(int Slot::*)>;

  Bytes member_{};
  void* (*find_)(Bytes const&, void* owner) = nullptr;
};

}  // namespace minefree::config

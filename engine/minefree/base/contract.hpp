#pragma once

/// Two contracts for what no input of a user can cause. They cost nothing unless MINEFREE_CONTRACTS
/// is defined (the `dev` preset defines it); a broken one says where and stops the program.

namespace minefree {

/// Writes one line to stderr (`file:line: broken EXPECT: condition`) and aborts.
[[noreturn]] void contract_broken(char const* kind, char const* condition, char const* file,
                                  int line);

}  // namespace minefree

#ifdef MINEFREE_CONTRACTS
#define MINEFREE_CONTRACT_(kind, condition) \
  ((condition) ? static_cast<void>(0)       \
               : ::minefree::contract_broken(kind, #condition, __FILE__, __LINE__))
#else
#define MINEFREE_CONTRACT_(kind, condition) static_cast<void>(sizeof((condition) ? 1 : 0))
#endif

/// What a function needs of its caller, at its start.
#define MINEFREE_EXPECT(condition) MINEFREE_CONTRACT_("EXPECT", condition)
/// What a function promises its caller, at its end.
#define MINEFREE_ENSURE(condition) MINEFREE_CONTRACT_("ENSURE", condition)

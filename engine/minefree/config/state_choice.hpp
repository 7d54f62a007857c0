#pragma once

#include <string>
#include <vector>

#include <minefree/config/value.hpp>

namespace minefree::config {

/// Which states a scenario asks for, as written.
struct StateChoice {
  enum class Kind {
    all,       // every state file
    affected,  // those whose completion was not declared by the origin
    parties,   // those of them that are parties to the Convention
    listed,    // by code or given whole, in the order of the list
    except,    // affected, but for some
  };
  struct Entry {
    std::string code;
    Tree const* tree;  // of the code, or of the state given whole
    bool is_inline;
  };

  Kind kind = Kind::listed;
  std::vector<Entry> entries;  // listed, or left out
};

/// Reads `all | affected | parties | [AGO, {code: ...}] | {except: [UKR]}`. The entries point into
/// the tree. States given whole are described here and read by read_scenario.
Value<StateChoice> const& state_choice();

}  // namespace minefree::config

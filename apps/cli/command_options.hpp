#pragma once

namespace CLI {
class App;
}

namespace minefree::cli {

struct Words;

/// Adds every command and its options; what is given for them ends up in the words.
void add_commands(CLI::App&, Words&);

}  // namespace minefree::cli

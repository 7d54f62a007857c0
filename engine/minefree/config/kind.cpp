#include <minefree/config/kind.hpp>

namespace minefree::config {

Kind::~Kind() = default;

bool Kind::read(Tree const& tree, Reading const& reading, void* into) const {
  return read_into(tree, reading, into);
}

std::string Kind::print(void const*) const { return {}; }

}  // namespace minefree::config

#include <minefree/config/kind.hpp>

namespace minefree::config {

Kind::~Kind() = default;

std::string Kind::print(void const*) const { return {}; }

}  // namespace minefree::config

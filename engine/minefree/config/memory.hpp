#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace minefree::config {

namespace detail {

/// Its address stands for the type, also where programs are built without type information.
template <class T>
inline constexpr char type_mark = 0;

}  // namespace detail

/// What was made of files, by its type and the path of the file. Whoever shares it supposes that
/// the files stay as they are, as for the many scenarios of a study.
class Memory {
 public:
  /// What was kept of that type for the path; null when nothing was.
  template <class T>
  std::shared_ptr<T const> find(std::string const& path) const {
    auto const found = made_.find({&detail::type_mark<T>, path});
    return found == made_.end() ? nullptr : std::static_pointer_cast<T const>(found->second);
  }

  template <class T>
  void keep(std::string const& path, std::shared_ptr<T const> made) {
    made_.insert_or_assign({&detail::type_mark<T>, path}, std::move(made));
  }

 private:
  std::map<std::pair<char const*, std::string>, std::shared_ptr<void const>> made_;
};

}  // namespace minefree::config

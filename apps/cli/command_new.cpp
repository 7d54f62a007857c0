#include <cstdio>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include <minefree/base/text.hpp>
#include <minefree/config/describe.hpp>

#include "commands.hpp"
#include "scenario_file.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

namespace fs = std::filesystem;

/// `more-survey` and `more-survey.yaml` both name the file more-survey.yaml.
fs::path file_named(std::string const& name) {
  fs::path path(name);
  if (path.extension() != ".yaml" && path.extension() != ".yml") path += ".yaml";
  return path;
}

/// A path as it is written inside a file of `folder`.
std::string path_from(fs::path const& folder, fs::path const& path) {
  std::error_code error;
  auto const relative = fs::relative(fs::absolute(path), folder.empty() ? "." : folder, error);
  return error || relative.empty() ? path.string() : relative.generic_string();
}

/// Creates the file with its text; false when it is there already or cannot be written.
bool create(fs::path const& path, std::string const& text) {
  std::FILE* const file = std::fopen(path.c_str(), "wx");  // x: never overwrites
  if (!file) return false;
  bool const written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  bool const closed = std::fclose(file) == 0;
  if (!written || !closed) std::remove(path.c_str());
  return written && closed;
}

}  // namespace

int new_scenario(Arguments const& arguments) {
  // What the new file is to extend must be good, or the new file would start broken.
  auto const base = load_scenario(arguments.from, {}, true);
  if (!base.scenario) return base.exit_code;

  auto const path = file_named(arguments.name);
  auto const folder = path.parent_path();
  auto const library = scenario_library();
  auto const schema = library.empty()
                          ? std::string("../docs/scenario.schema.json")
                          : path_from(folder, fs::path(library) / "../docs/scenario.schema.json");
  auto const text =
      config::starter_scenario(path.stem().string(), path_from(folder, arguments.from), schema);
  std::error_code error;
  if (fs::exists(path, error)) {
    say(fmt::format("minefree: {} is there already and is left as it is; choose another name\n",
                    path.string()));
    return exit_failed;
  }
  if (!create(path, text)) {
    say(fmt::format("minefree: cannot write {}; is its folder there?\n", path.string()));
    return exit_failed;
  }
  return print(fmt::format("{} written. Edit it, then: minefree check {}\n", path.string(),
                           minefree::shell_word(path.string())))
             ? exit_done
             : exit_failed;
}

}  // namespace minefree::cli

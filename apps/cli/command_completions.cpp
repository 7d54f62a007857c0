#include <fmt/format.h>

#include "commands.hpp"
#include "terminal.hpp"

namespace minefree::cli {
namespace {

constexpr std::string_view commands =
    "run compare plan explain hindcast check schema new history trajectories freeze overlay completions stress regret solve allocate value-of-survey annex sweep report";
constexpr std::string_view options =
    "--help --version --trajectories --seed --threads --state --target --out --json --quiet --verbose --until-error --from --docs --origin --csv --donors --years --scenario --vague --prior --donor --share --musd --deadline --by --probability --money --at-most --budget-musd --objective --floor --cap --lumps --part --join";

std::string script_for(std::string_view shell) {
  if (shell == "bash") {
    return fmt::format(
        "_minefree() {{\n"
        "  local word=${{COMP_WORDS[COMP_CWORD]}}\n"
        "  if [ \"$COMP_CWORD\" = 1 ]; then COMPREPLY=($(compgen -W '{} --help --version' -- \"$word\"))\n"
        "  elif [[ $word == -* ]]; then COMPREPLY=($(compgen -W '{}' -- \"$word\"))\n"
        "  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n"
        "}}\n"
        "complete -o filenames -F _minefree minefree\n",
        commands, options);
  }
  if (shell == "zsh") {
    return fmt::format("#compdef minefree\n_arguments '1:command:({})' '*:file:_files' {}\n",
                       commands, options);
  }
  if (shell == "fish") {
    return fmt::format(
        "complete -c minefree -n __fish_use_subcommand -f -a '{}'\n"
        "for option in {}\n"
        "  complete -c minefree -l (string sub -s 3 -- $option)\n"
        "end\n",
        commands, options);
  }
  return {};
}

}  // namespace

int completions(Arguments const& arguments) {
  auto const script = script_for(arguments.name);
  if (script.empty()) {
    say(fmt::format("minefree: no completion for '{}'; write bash, zsh or fish\n", arguments.name));
    return exit_usage;
  }
  return print(script) ? exit_done : exit_failed;
}

}  // namespace minefree::cli

// What the page calls of the documents beside the engine's own exports: texts that only some views
// ask for.

#include <string>

#include "commands.hpp"
#include "documents.hpp"
#include "messages.hpp"
#include "request.hpp"
#include "session.hpp"

// NOLINTBEGIN(misc-use-internal-linkage): called from outside
using namespace minefree;
using namespace minefree::page;

/// Argument: csv, plan or report, of a run that was prepared and whose counts were added. Answer:
/// the document. Notes of it are the answer of `last_messages`.
MINEFREE_EXPORT(document) void document() {
  messages() = {};
  auto const what = take_argument();
  auto const* const run = std::get_if<RunJob>(&session().job);
  session().answer = run ? document_of(*run, what) : std::string{};
}

/// Argument: request of one file and a state. Answer: the explanation, or messages.
MINEFREE_EXPORT(explain) std::uint32_t explain() {
  auto const arguments = read_request(take_argument());
  messages() = {};
  int const code = cli::explain(arguments);
  if (code != cli::exit_done) return end_command(code, arguments.files.front());
  session().answer = messages().printed;
  return cli::exit_done;
}

/// Argument: request of one file and perhaps states. Answer: the record as CSV, or messages.
MINEFREE_EXPORT(history) std::uint32_t history() {
  auto const arguments = read_request(take_argument());
  messages() = {};
  int const code = cli::history(arguments);
  if (code != cli::exit_done) return end_command(code, arguments.files.front());
  session().answer = messages().printed;
  return cli::exit_done;
}
// NOLINTEND(misc-use-internal-linkage)

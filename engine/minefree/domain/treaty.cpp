#include <minefree/domain/treaty.hpp>

namespace minefree {

std::optional<Date> deadline_known_at(Treaty const& treaty, int origin) {
  if (!treaty.party) return std::nullopt;
  if (treaty.deadline) return treaty.deadline;
  std::optional<Date> known;
  for (GrantedDeadline const& deadline : treaty.deadlines) {
    if (deadline.granted <= origin + 1) known = deadline.date;
  }
  return known;
}

}  // namespace minefree

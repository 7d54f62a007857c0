#include "counts_bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>
#include <vector>

#include <minefree/ensemble/walk_counts.hpp>

#include "byte_reader.hpp"

namespace minefree::page {

namespace {

// Sums may be negative; small ones of either sign become small numbers.
template <class Count>
std::uint64_t bits_of(Count value) {
  if constexpr (std::is_signed_v<Count>) {
    return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
  }
  return value;
}

template <class Count>
Count count_of(std::uint64_t bits) {
  if constexpr (std::is_signed_v<Count>) {
    return static_cast<std::int64_t>(bits >> 1U) ^ -static_cast<std::int64_t>(bits & 1U);
  }
  return static_cast<Count>(bits);
}

constexpr std::uint64_t short_limit = 16;
constexpr std::size_t longest_entry = 1 + 2 * longest_number;

/// The next entry from `at` on that is not zero, or their number.
template <class Count>
std::size_t next_counted(std::vector<Count> const& counts, std::size_t at) {
  constexpr std::size_t at_once = 8;
  Count const* const all = counts.data();
  for (; at + at_once <= counts.size(); at += at_once) {
    Count any = 0;
    for (std::size_t k = 0; k < at_once; ++k) any |= all[at + k];
    if (any != 0) break;
  }
  while (at < counts.size() && all[at] == 0) ++at;
  return at;
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  template <class Count>
  [[gnu::noinline]] void operator()(Count, Count value) const {
    write_number(bits_of(value), out_);
  }

  /// Its size, then each entry that is not zero with the zeros before it, and at last the zeros
  /// that are left. Most entries are one byte: the number of zeros in its upper half, the value in
  /// the lower. Others are a byte of zero and both as numbers.
  template <class Count>
  [[gnu::noinline]] void operator()(std::vector<Count> const&,
                                    std::vector<Count> const& counts) const {
    write_number(counts.size(), out_);
    char bytes[512];
    char* at = bytes;
    std::size_t written = 0;
    for (auto next = next_counted(counts, 0); next < counts.size();
         next = next_counted(counts, written)) {
      if (at + longest_entry > std::end(bytes)) {
        out_.append(bytes, at);
        at = bytes;
      }
      auto const zeros = next - written;
      auto const value = bits_of(counts[next]);
      if (zeros < short_limit && value < short_limit) {
        *at++ = static_cast<char>(zeros * short_limit + value);
      } else {
        *at++ = 0;
        at = write_number(value, write_number(zeros, at));
      }
      written = next + 1;
    }
    out_.append(bytes, at);
    if (written < counts.size()) {
      out_ += '\0';
      write_number(counts.size() - written, out_);
    }
  }

 private:
  std::string& out_;
};

class Adder {
 public:
  Adder(ByteReader& reader, bool& fits) : reader_(reader), fits_(fits) {}

  template <class Count>
  [[gnu::noinline]] void operator()(Count& into, Count) const {
    into += count_of<Count>(reader_.number());
  }

  template <class Count>
  [[gnu::noinline]] void operator()(std::vector<Count>& into, std::vector<Count> const&) const {
    fits_ = fits_ && reader_.number() == into.size();
    if (!fits_) return;
    for (std::size_t at = 0; at < into.size(); ++at) {
      std::uint64_t const entry = reader_.byte();
      bool const is_short = entry != 0;
      at += static_cast<std::size_t>(is_short ? entry / short_limit : reader_.number());
      if (at >= into.size()) break;
      into[at] += count_of<Count>(is_short ? entry % short_limit : reader_.number());
    }
  }

 private:
  ByteReader& reader_;
  bool& fits_;
};

template <class Walk>
std::string written(Walk const& walk) {
  std::string out;
  out.reserve(std::size_t{1} << 20U);
  walk(Writer(out));
  return out;
}

template <class Walk>
bool added(std::string_view bytes, Walk const& walk) {
  ByteReader reader(bytes);
  bool fits = true;
  walk(Adder(reader, fits));
  return fits && reader.at_end();
}

/// What tells of some states: theirs, and how many of all are complete.
template <class Visit>
void walk_states(Ensemble& a, Plan const& plan, report::StateRange told, Visit const& visit) {
  visit(a.trajectories, a.trajectories);
  for (std::size_t k = 0; k < a.states.size(); ++k) {
    if (told.holds(plan.state_index[k])) walk_counts(a.states[k], a.states[k], visit);
  }
  visit(a.complete_by, a.complete_by);
}

}  // namespace

// A walk names both sides; one that writes only looks.
std::string bytes_of(Ensemble const& counts, Plan const& plan, report::StateRange told) {
  return written([&](Writer const& writer) {
    walk_states(const_cast<Ensemble&>(counts), plan, told, writer);
  });
}

std::string bytes_of(PairedEnsemble const& counts) {
  return written([&](Writer const& writer) {
    walk_counts(const_cast<PairedEnsemble&>(counts), counts, writer);
  });
}

bool add_bytes(std::string_view bytes, Plan const& plan, report::StateRange told, Ensemble& into) {
  return added(bytes, [&](Adder const& adder) { walk_states(into, plan, told, adder); });
}

bool add_bytes(std::string_view bytes, PairedEnsemble& into) {
  return added(bytes, [&](Adder const& adder) { walk_counts(into, into, adder); });
}

}  // namespace minefree::page

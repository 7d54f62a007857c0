#include <string>

#include <gtest/gtest.h>

#include <minefree/config/files.hpp>

namespace minefree::config {
namespace {

// Counts how often each file is read, and calls the file 'bad' bad.
struct CountedFiles {
  int reads = 0;
  Files files{.read = [this](std::string const& path) -> std::optional<std::string> {
                ++reads;
                if (path == "missing") return std::nullopt;
                return path;
              },
              .list = {},
              .parse = {}};
};

struct Length {
  std::size_t bytes = 0;
};

std::shared_ptr<Length const> length_of(std::string const& path, Files const& files,
                                        Problems& problems) {
  return made_of<Length>(path, files, problems, [&](std::string_view bytes) {
    if (bytes == "bad") problems.add(Place::whole(path), "bad");
    return std::optional(Length{.bytes = bytes.size()});
  });
}

TEST(MadeOf, makes_once_what_a_remembered_file_stands_for) {
  CountedFiles counted;
  auto const files = remembered(counted.files);
  Problems problems;
  auto const first = length_of("four", files, problems);
  auto const again = length_of("four", files, problems);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->bytes, 4U);
  EXPECT_EQ(first, again) << "the very same";
  EXPECT_EQ(counted.reads, 1);
}

TEST(MadeOf, makes_anew_where_nothing_is_remembered) {
  CountedFiles counted;
  Problems problems;
  auto const first = length_of("four", counted.files, problems);
  auto const again = length_of("four", counted.files, problems);
  EXPECT_NE(first, again);
  EXPECT_EQ(counted.reads, 2);
}

TEST(MadeOf, gives_nothing_for_a_file_that_is_not_there) {
  CountedFiles counted;
  Problems problems;
  EXPECT_FALSE(length_of("missing", remembered(counted.files), problems));
  EXPECT_TRUE(problems.empty());
}

TEST(MadeOf, reports_the_problems_of_a_bad_file_each_time) {
  CountedFiles counted;
  auto const files = remembered(counted.files);
  Problems first, second;
  length_of("bad", files, first);
  length_of("bad", files, second);
  EXPECT_EQ(first.count(), 1U);
  EXPECT_EQ(second.count(), 1U) << "a scenario that reads it later must hear of it too";
}

TEST(Remembered, files_stay_as_they_are) {
  CountedFiles counted;
  auto const files = remembered(counted.files);
  EXPECT_EQ(remembered(files).memory, files.memory);
}

}  // namespace
}  // namespace minefree::config

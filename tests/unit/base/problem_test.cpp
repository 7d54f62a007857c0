#include <minefree/base/problem.hpp>

#include <gtest/gtest.h>

namespace minefree {
namespace {

TEST(Problems, are_printed_by_file_line_and_column_with_their_number_at_the_end) {
  auto const file = Place::whole("surge.yaml").file;
  Problems problems;
  problems.add({file, 12, 1}, "second.");
  problems.add({file, 3, 7}, "first.");
  EXPECT_EQ(problems.text(),
            "surge.yaml:3:7: first.\n"
            "surge.yaml:12:1: second.\n"
            "2 problems in surge.yaml; nothing was run.\n");
}

TEST(Problems, of_several_files_are_counted_together) {
  Problems problems;
  problems.add({"b.yaml", 1, 1, "one."});
  problems.add({"a.yaml", 0, 0, "the file is empty."});
  EXPECT_EQ(problems.text(),
            "a.yaml: the file is empty.\n"
            "b.yaml:1:1: one.\n"
            "2 problems in 2 files; nothing was run.\n");
}

TEST(Problems, found_twice_are_printed_once) {
  Problems problems;
  problems.add({"a.yaml", 1, 2, "wrong."});
  problems.add({"a.yaml", 1, 2, "wrong."});
  EXPECT_EQ(problems.text(), "a.yaml:1:2: wrong.\n1 problem in a.yaml; nothing was run.\n");
}

TEST(Problems, print_nothing_when_there_are_none) {
  EXPECT_TRUE(Problems().empty());
  EXPECT_EQ(Problems().text(), "");
}

TEST(Problems, of_others_can_be_taken_over) {
  Problems some, more;
  more.add({"a.yaml", 1, 2, "wrong."});
  some.add_all(more);
  EXPECT_EQ(some.count(), 1U);
}

}  // namespace
}  // namespace minefree

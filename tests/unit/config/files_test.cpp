#include <minefree/config/files.hpp>

#include <gtest/gtest.h>

#include <minefree/config/csv_rows.hpp>
#include <minefree/config/disk.hpp>

namespace minefree::config {
namespace {

TEST(Paths, are_joined_and_shortened_as_texts) {
  EXPECT_EQ(joined("a/b", "c.yaml"), "a/b/c.yaml");
  EXPECT_EQ(joined("a/b", "../c.yaml"), "a/c.yaml");
  EXPECT_EQ(joined("a", "../../c.yaml"), "../c.yaml");
  EXPECT_EQ(joined("", "c.yaml"), "c.yaml");
  EXPECT_EQ(joined("", "./x/../c.yaml"), "c.yaml");
  EXPECT_EQ(joined("a", "/b/c.yaml"), "/b/c.yaml");
  EXPECT_EQ(joined("/", "c.yaml"), "/c.yaml");
  EXPECT_EQ(joined("/a", "../../c.yaml"), "/c.yaml");
}

TEST(Paths, know_their_folder_and_their_stem) {
  EXPECT_EQ(folder_of("a/b/c.yaml"), "a/b");
  EXPECT_EQ(folder_of("c.yaml"), "");
  EXPECT_EQ(folder_of("/c.yaml"), "/");
  EXPECT_EQ(stem_of("a.b/surge.yaml"), "surge");
  EXPECT_EQ(stem_of("surge"), "surge");
  EXPECT_EQ(stem_of(".yaml"), ".yaml");
}

TEST(DiskFiles, give_bytes_names_and_nothing_for_what_is_not_there) {
  auto const files = disk_files();
  EXPECT_EQ(files.read("no/such/file"), std::nullopt);
  EXPECT_EQ(files.read("."), std::nullopt);
  EXPECT_TRUE(files.list("no/such/folder").empty());
  EXPECT_FALSE(files.list("").empty());
}

TEST(CsvRows, read_quotes_commas_and_line_ends_within_cells) {
  auto const rows = csv_rows("id,title\r\na,\"x, \"\"y\"\"\nz\"\n\nb,\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].cells, (std::vector<std::string>{"a", "x, \"y\"\nz"}));
  EXPECT_EQ(rows[1].line, 2);
  EXPECT_EQ(rows[2].cells, (std::vector<std::string>{"b", ""}));
  EXPECT_EQ(rows[2].line, 5);
}

TEST(CsvRows, read_any_text) {
  EXPECT_TRUE(csv_rows("").empty());
  EXPECT_EQ(csv_rows("\"open").size(), 1U);
  EXPECT_EQ(csv_rows("a").size(), 1U);
  EXPECT_EQ(csv_rows("\n\n\r\n").size(), 0U);
}

}  // namespace
}  // namespace minefree::config

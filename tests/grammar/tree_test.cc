#include "grammar/tree.h"

#include <gtest/gtest.h>

#include "grammar/tree_toml.h"
#include "torikomi/core/embedded.h"

namespace torikomi {
namespace {

/// Everything that the tree says of one value and of what it holds.
std::string told(TreeView view) {
  std::string out = std::string(view.key()) + " = ";
  switch (view.kind()) {
    case NodeKind::kTable:
    case NodeKind::kArray:
      out += view.kind() == NodeKind::kTable ? "{" : "[";
      for (const TreeView child : view.children()) out += told(child) + ";";
      return out + (view.kind() == NodeKind::kTable ? "}" : "]");
    case NodeKind::kText:
      return out + '"' + std::string(view.text()) + '"';
    case NodeKind::kOther:
      return out + "other";
    case NodeKind::kInteger:
    case NodeKind::kTruth:
      return out + std::to_string(view.number());
  }
  return out;
}

TEST(GrammarTree, HoldsEveryValueUnderItsKey) {
  const OwnedTree tree =
      flatten(toml::parse("b = 'x'\na = -3\n[t]\nlist = ['y', '']\nyes = true\nhalf = 0.5\n[[u]]\n"
                          "n = 1\n[[u]]\n"));
  const GrammarTree view = tree.view();
  EXPECT_EQ(told(TreeView(view)),
            " = {a = -3;b = \"x\";t = {half = other;list = [ = \"y\"; = \"\";];yes = 1;};u = [ = {n = 1;}; = {};];}");
  EXPECT_FALSE(TreeView(view).get("c"));
  const auto b = TreeView(view).get("b");
  ASSERT_TRUE(b);
  EXPECT_EQ(b->line(), 1U);
  EXPECT_EQ(b->column(), 5U);
}

TEST(GrammarTree, IsPackedAsTheFileSays) {
  int grammars = 0;
  for (const EmbeddedFile& file : embedded_files()) {
    if (!file.name.ends_with(".toml")) continue;
    ++grammars;
    const auto packed = packed_tree(file.name.substr(0, file.name.size() - 5));
    ASSERT_TRUE(packed) << file.name;
    const OwnedTree tree = flatten(toml::parse(file.content));
    const GrammarTree view = tree.view();
    EXPECT_EQ(told(TreeView(*packed)), told(TreeView(view))) << file.name;
  }
  EXPECT_GT(grammars, 1);
  EXPECT_FALSE(packed_tree("no-such-grammar"));
}

}  // namespace
}  // namespace torikomi

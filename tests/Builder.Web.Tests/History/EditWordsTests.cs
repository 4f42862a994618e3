using System.Collections.Immutable;
using Builder.Graph;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Web.History;
using Builder.Web.Tests.Sessions;

namespace Builder.Web.Tests.History;

public sealed class EditWordsTests
{
    private static readonly ProjectDocument Iris = ReadyProject.Read("iris");

    private static Block Linear => Iris.Blocks.Values.First(b => b.Kind == "Linear");

    public static TheoryData<Edit, string, string> Examples() => new()
    {
        { new AddBlock(new() { Id = "x", Kind = "Linear" }), "Added Linear", "添加了“全连接层”" },
        { new AddBlock(new() { Id = "x", Kind = "ReLU", Label = "门" }), "Added “门”", "添加了“门”" },
        { new RemoveBlock("nothing"), "Removed a block", "删除了一个模块" },
        { new RenameProject("Flowers"), "Renamed the project to “Flowers”", "将项目重命名为“Flowers”" },
        { new MoveBlocks(ImmutableSortedDictionary<string, Position>.Empty.Add("a", default).Add("b", default)), "Moved 2 blocks", "移动了 2 个模块" },
        { new Batch([new AddBlock(new() { Id = "x", Kind = "ReLU", Label = "a" }), new Connect(new(new("x", "output"), new("y", "input")))]), "Added “a”", "添加了“a”" },
        { new Batch([new AddGroup(new("g", "Encoder")), new SetBlockGroup("a", "g")]), "Grouped blocks as “Encoder”", "将模块组成分组“Encoder”" },
        { new ChangeRows("iris", null, RowNumbers.Of(7), RowNumbers.None, []), "Left out row 7", "排除了第 7 行" },
        { new ChangeRows("iris", null, RowNumbers.Of(1, 2, 9), RowNumbers.None, []), "Left out 3 rows", "排除了 3 行" },
        { new ChangeRows("iris", null, RowNumbers.None, RowNumbers.Of(4, 5), []), "Used 2 rows again", "重新使用了 2 行" },
        { new ChangeRows("iris", null, RowNumbers.None, RowNumbers.None, [new(3, "length", "5.1")]), "Corrected “length” in row 3", "更正了第 3 行的“length”" },
        { new ChangeRows("iris", null, RowNumbers.None, RowNumbers.None, [new(3, "a", "5"), new(4, "a", "5")]), "Corrected 2 cells", "更正了 2 个单元格" },
        { new ChangeRows("iris", null, RowNumbers.None, RowNumbers.None, [new(3, "a", null)]), "Took back the correction of “a” in row 3", "撤回了第 3 行“a”的更正" },
        { new ChangeRows("iris", null, RowNumbers.Of(1), RowNumbers.None, [new(3, "a", "5")]), "Changed 2 rows", "修改了 2 行" },
        { new Batch([]), "Changed nothing", "没有修改" },
        { new Batch([new SetDataSet("birds", new() { Id = "birds", Source = new TextSource { Path = "b.txt" } }), new AddBlock(new() { Id = "x", Kind = "Target" })]), "Attached the data “birds”", "添加了数据“birds”" },
        { new Batch([new AddBlock(new() { Id = "x", Kind = "Linear" }), new SetNote("why-1", new("why-1", "Because.", default))]), "Took the proposed model", "采用了推荐的模型" },
    };

    [Theory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public void An_edit_is_told_as_a_person_would(Edit edit, string en, string zh) => Assert.Equal(new Localized(en, zh), EditWords.Of(edit, Iris));

    [Fact]
    public void A_parameter_is_told_by_its_plain_name_and_value()
    {
        var words = EditWords.Of(new SetParameter(Linear.Id, "out_features", 32), Iris);
        Assert.EndsWith(" to 32", words.En, StringComparison.Ordinal);
        Assert.StartsWith("Set ", words.En, StringComparison.Ordinal);
        Assert.DoesNotContain("out_features", words.En, StringComparison.Ordinal);
        Assert.DoesNotContain("out_features", words.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_undone_is_told_as_undone()
    {
        var history = new EditHistory(Iris);
        history.Apply(new RenameProject("Flowers"));
        var after = history.Document;
        history.Undo();
        Assert.Equal(
            new Localized("Undone: renamed the project to “Flowers”", "撤销：将项目重命名为“Flowers”"), EditWords.Of(history.Log[^1], after, history.Document));
    }

    [Fact]
    public void Every_kind_of_edit_has_words_in_both_languages()
    {
        var kinds = typeof(Edit).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Edit))).ToList();
        Assert.NotEmpty(kinds);
        var told = new Edit[]
        {
            new AddBlock(Linear), new RemoveBlock(Linear.Id), new Connect(Iris.Links.Values.First()), new Disconnect(Iris.Links.Values.First().To),
            new SetParameter(Linear.Id, "out_features", null), new MoveBlocks(ImmutableSortedDictionary<string, Position>.Empty.Add(Linear.Id, default)),
            new SetLabel(Linear.Id, null), new SetBlockNote(Linear.Id, "x"), new SetMuted(Linear.Id, true), new ShareWeights(Linear.Id, null),
            new ChangeKind(Linear.Id, "ReLU"), new SetBlockGroup(Linear.Id, null), new AddGroup(new("g", "g")), new RemoveGroup("g"), new RenameGroup("g", "h"),
            new SetNote("n", new("n", "t", default)), new SetDataSet(Iris.Data.Keys.First(), null),
            new ChangeRows(Iris.Data.Keys.First(), null, RowNumbers.Of(3), RowNumbers.None, []), new RenameProject("x"), new DescribeProject("x"),
            new InsertBefore(Iris.Links.Values.First().To, 0, "ReLU", Block.NoParameters), new Batch([new RemoveBlock(Linear.Id)]),
        };
        Assert.Equal(kinds.Select(k => k.Name).Order(), told.Select(t => t.GetType().Name).Order());
        var words = told.Select(t => EditWords.Of(t, Iris)).ToList();
        Assert.DoesNotContain(new Localized("Changed the project", "修改了项目"), words);
        Assert.All(words, w => Assert.DoesNotContain("{0}", w.En + w.Zh, StringComparison.Ordinal));
    }
}

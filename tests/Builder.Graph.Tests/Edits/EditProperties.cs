using System.Text;
using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Graph.Json;
using Builder.Graph.Tests.Analysis;

namespace Builder.Graph.Tests.Edits;

public class EditProperties
{
    [Fact]
    public void Undoing_all_of_any_edits_gives_the_first_bytes_and_redoing_all_the_last() => Properties.Check(150, 60, seeds =>
    {
        var history = new EditHistory(RandomEdits.Start);
        foreach (var seed in seeds)
        {
            history.Apply(new RandomEdits(new Random(seed)).Next(history.Document));
        }

        var last = Text(history.Document);
        while (history.CanUndo)
        {
            Assert.True(history.Undo().Succeeded);
        }

        Assert.Equal(Text(RandomEdits.Start), Text(history.Document));
        while (history.CanRedo)
        {
            Assert.True(history.Redo().Succeeded);
        }

        Assert.Equal(last, Text(history.Document));
    });

    [Fact]
    public void Whatever_edits_lead_to_can_be_written_and_read_again() => Properties.Check(150, 60, seeds =>
    {
        var document = RandomEdits.Document(seeds);
        var bytes = ProjectJson.Write(document);

        Assert.Equal(Encoding.UTF8.GetString(bytes), Text(ProjectJson.Read(bytes)));
    });

    [Fact]
    public void Edits_survive_being_written_as_JSON() => Properties.Check(150, 40, seeds =>
    {
        var document = RandomEdits.Start;
        foreach (var seed in seeds)
        {
            var edit = new RandomEdits(new Random(seed)).Next(document);
            if (DocumentEditor.Apply(document, edit) is { Succeeded: true } result)
            {
                var read = EditJson.Read(EditJson.Write(edit));
                Assert.Equal(Text(result.Document), Text(DocumentEditor.Apply(document, read).Document!));
                var undone = DocumentEditor.Apply(result.Document, EditJson.Read(EditJson.Write(result.Inverse)));
                Assert.Equal(Text(document), Text(undone.Document!));
                document = result.Document;
            }
        }
    });

    [Fact]
    public void Analysis_of_any_document_ends_with_an_answer_that_is_the_same_the_second_time() => Properties.Check(150, 60, seeds =>
    {
        var document = RandomEdits.Document(seeds);
        var (first, second) = (GraphAnalyzer.Analyze(document, Examples.Schema), GraphAnalyzer.Analyze(document, Examples.Schema));

        Assert.DoesNotContain(first.Problems, p => p.Code == "InternalProblem");
        Assert.Equal(first.Problems.Select(p => p.Message), second.Problems.Select(p => p.Message));
        Assert.Equal(first.Graph.Nodes.Select(n => n.Path), second.Graph.Nodes.Select(n => n.Path));
        Assert.All(first.Graph.Nodes, n => Assert.All(n.Inputs.SelectMany(i => i), s => Assert.True(s.Node < n.Index)));
    });

    // Found by chance: a loss that is not whole stands where a target is missing.
    [Fact]
    public void Fixes_are_looked_for_beside_a_block_that_is_not_whole() => AssertFixesHold([2076988014, 643163877, 1107348781]);

    [Fact]
    public void Every_fix_that_is_offered_can_be_applied_and_removes_its_problem() => Properties.Check(100, 40, AssertFixesHold);

    private static void AssertFixesHold(int[] seeds)
    {
        var document = RandomEdits.Document(seeds);
        foreach (var problem in GraphAnalyzer.Analyze(document, Examples.Schema).Problems.Where(p => p.Fix is not null))
        {
            var result = DocumentEditor.Apply(document, problem.Fix!.Edit);
            Assert.True(result.Succeeded, $"{problem.Code}: {problem.Message.Words.En} Fix {problem.Fix.Title.Words.En} refused: {result.Problem?.Message.Words.En}");
            var left = GraphAnalyzer.Analyze(result.Document, Examples.Schema).Problems;
            Assert.DoesNotContain(left, p => p.Code == problem.Code && p.Block == problem.Block && p.Message == problem.Message);
        }
    }

    [Fact]
    public void Random_edits_are_of_every_kind_and_every_kind_succeeds_and_fails_at_times()
    {
        var (document, outcomes, edits) = (RandomEdits.Start, new HashSet<(Type, bool)>(), new RandomEdits(new Random(1)));
        for (var i = 0; i < 15_000; i++)
        {
            var edit = edits.Next(document);
            var result = DocumentEditor.Apply(document, edit);
            outcomes.Add((edit.GetType(), result.Succeeded));
            document = result.Document is { Blocks.Count: > 4 and < 80 } next ? next : RandomEdits.Start;
        }

        var kinds = typeof(Edit).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Edit))).ToList();
        Assert.Equal(22, kinds.Count);
        Assert.All(kinds, kind => Assert.Equal((true, true), (outcomes.Contains((kind, true)), outcomes.Contains((kind, false)))));
    }

    [Fact]
    public void The_same_content_has_the_same_bytes_whatever_the_order_in_which_it_came() => Properties.Check(60, 40, seeds =>
    {
        var document = RandomEdits.Document(seeds);
        var order = new Random(seeds.FirstOrDefault());
        var rebuilt = ProjectDocument.Create(document.Name) with
        {
            Description = document.Description,
            Data = ProjectDocument.Create("").Data.AddRange(document.Data.OrderBy(_ => order.Next())),
            Groups = ProjectDocument.Create("").Groups.AddRange(document.Groups.OrderBy(_ => order.Next())),
            Notes = ProjectDocument.Create("").Notes.AddRange(document.Notes.OrderBy(_ => order.Next())),
            Blocks = ProjectDocument.Create("").Blocks.AddRange(document.Blocks.OrderBy(_ => order.Next())),
            Links = ProjectDocument.Create("").Links.AddRange(document.Links.OrderBy(_ => order.Next())),
        };

        Assert.Equal(Text(document), Text(rebuilt));
    });

    private static string Text(ProjectDocument document) => Encoding.UTF8.GetString(ProjectJson.Write(document));
}

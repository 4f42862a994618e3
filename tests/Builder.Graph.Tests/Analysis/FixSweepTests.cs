using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Edits;

namespace Builder.Graph.Tests.Analysis;

/// <summary>Every kind behind every sort of input, with usual and unusual parameters: every fix that is offered mends what it says.</summary>
public class FixSweepTests
{
    private static readonly (string Kind, string Column)[] Sources =
        [("NumberInput", "price"), ("NumberInput", ""), ("CategoryInput", "species"), ("PictureInput", "picture"), ("TextInput", "words"), ("Target", "species"), ("Target", "price"), ("Noise", "")];

    public static TheoryData<string> Kinds => [.. BlockCatalog.Kinds.Select(k => k.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fix_around_a_kind_mends_its_problem(string kind)
    {
        foreach (var (source, column) in Sources)
        {
            foreach (var parameters in Variants(BlockCatalog.Get(kind)))
            {
                CheckFixes(Draw(kind, source, column, parameters));
            }
        }
    }

    private static void CheckFixes(ProjectDocument document)
    {
        foreach (var problem in GraphAnalyzer.Analyze(document, Examples.Schema).Problems)
        {
            Assert.NotEqual("InternalProblem", problem.Code);
            if (problem.Fix is null)
            {
                continue;
            }

            var result = DocumentEditor.Apply(document, problem.Fix.Edit);
            Assert.True(result.Succeeded, $"{problem.Code}: {problem.Message.Words.En} Fix “{problem.Fix.Title.Words.En}” refused: {result.Problem?.Message.Words.En}");
            var left = GraphAnalyzer.Analyze(result.Document, Examples.Schema).Problems;
            Assert.DoesNotContain(left, p => (p.Code, p.Block, p.Message) == (problem.Code, problem.Block, problem.Message));
            Assert.False(left.Any(p => p.Code == "InternalProblem"), problem.Fix.Title.Words.En);
        }
    }

    /// <summary>Source – Linear where that is possible – the kind at all its ports – loss – Adam.</summary>
    private static ProjectDocument Draw(string kind, string source, string column, (string, ParameterValue)[] parameters)
    {
        var columns = BlockCatalog.Get(source).Parameters.FirstOrDefault(p => p.Type is ParameterType.Columns or ParameterType.Column)?.Name;
        var drawing = Drawing.Regression();
        drawing.Block("source", source, columns is null || column.Length == 0 ? [] : [(columns, column)]).Block("kind", kind, parameters);
        foreach (var port in BlockCatalog.Get(kind).Inputs.Where(p => p.Content == PortContent.Tensor))
        {
            drawing.Link("source", $"kind.{port.Name}");
        }

        return BlockCatalog.Get(kind).Outputs is [{ Content: PortContent.Tensor }, ..] ? drawing.Chain("kind", "loss.input").Document : drawing.Document;
    }

    private static IEnumerable<(string, ParameterValue)[]> Variants(BlockKind kind)
    {
        yield return [];
        foreach (var parameter in kind.Parameters)
        {
            foreach (var value in Values(parameter))
            {
                yield return [(parameter.Name, value)];
            }
        }
    }

    private static IEnumerable<ParameterValue> Values(Parameter parameter) => parameter.Type switch
    {
        ParameterType.Integer => [-1L, 0L, 3L, 1L << 31],
        ParameterType.Number => [-1.0, 0.0, 0.5, 1e9],
        ParameterType.Flag => [true, false],
        ParameterType.Choice => [.. parameter.Choices.Select(c => (ParameterValue)c.Value), "nonsense"],
        ParameterType.IntegerOrList or ParameterType.IntegerList => [ParameterValue.Of(2L), ParameterValue.Of(1L, 2L), ParameterValue.Of(3L, 1L, 2L), ParameterValue.Of(Array.Empty<long>()), ParameterValue.Of(-1L, 0L)],
        ParameterType.NumberList => [ParameterValue.Of(0.5), ParameterValue.Of(0.5, 0.25), ParameterValue.Of(-1.0, 2.0, 3.0)],
        ParameterType.Column or ParameterType.Columns => ["speceis", "price", "picture", "words"],
        ParameterType.DataSet => ["tabel"],
        ParameterType.Blocks => ["source", "nobody"],
        _ => ["text"],
    };
}

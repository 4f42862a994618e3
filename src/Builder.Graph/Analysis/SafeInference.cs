using Builder.Graph.Catalog;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>Asks a kind for its shapes; a mistake in a kind becomes a problem of one block instead of the end of everything.</summary>
internal static class SafeInference
{
    private static readonly MessageTemplate InternalProblem = new(
        "InternalProblem",
        "“{block}” could not be checked because of a mistake in this program ({detail}). Please report it; until then use another layer.",
        "由于本程序的错误，无法检查“{block}”（{detail}）。请反馈该问题，并暂时改用其他层。");

    /// <summary>What the kind says, or an "InternalProblem".</summary>
    public static ShapeResult Infer(BlockInstance block)
    {
        try
        {
            var result = block.Kind.Infer(block);
            var expected = block.Kind.Outputs.Length;
            return result.Problems.Any(p => p.Severity == Severity.Error) || result.Outputs.Length == expected
                ? result : Failed(block, $"{result.Outputs.Length} ≠ {expected}");
        }
        catch (Exception failure) // Whatever a kind throws, the person must still see the rest of the document.
        {
            return Failed(block, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private static ShapeResult Failed(BlockInstance block, string detail) => new Problem(
        block.Block.Id,
        InternalProblem.With(("block", CommonProblems.Name(block)), ("detail", detail)));
}

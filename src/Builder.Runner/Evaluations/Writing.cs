using System.Diagnostics;
using Builder.Graph.Analysis;
using Builder.Protocol.Evaluations;
using Builder.Training.Inference;
using Builder.Training.Runs;
using static TorchSharp.torch;

namespace Builder.Runner.Evaluations;

/// <summary>What a model that generates makes at the end of its run.</summary>
internal static class Writing
{
    private const int PromptTokens = 40;
    private const int Tokens = 120;
    private const int Columns = 8;
    private const int Rows = 8;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    /// <summary>Texts of a language model: from nothing, careful and daring, and going on from the test part.</summary>
    public static IReadOnlyList<WrittenText> Texts(FinishedModel model)
    {
        if (model.Session.Heads.FirstOrDefault(h => TextGenerator.CanWrite(model.Session.Program, h)) is not { } head)
        {
            return [];
        }

        var writer = new TextGenerator(model.Session.Program, head, model.Session.Data.Fitted);
        var (clock, texts) = (Stopwatch.StartNew(), new List<WrittenText>());
        foreach (var (prompt, temperature) in new[] { ("", 0.8), (Prompt(model, head), 0.8), ("", 0.5) })
        {
            if (clock.Elapsed < LongEnough)
            {
                texts.Add(new WrittenText(prompt, temperature, writer.Continue(prompt, new SamplingOptions(Tokens, temperature))));
            }
        }

        return texts;
    }

    /// <summary>A sheet of generated pictures, relative to the run's folder; null for other models.</summary>
    public static string? Pictures(FinishedModel model)
    {
        var program = model.Session.Program;
        if (model.Session.Heads.FirstOrDefault(h => PictureGenerator.CanGenerate(program, h)) is not { } head)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        var folder = model.Request.Folder;
        var name = $"{Path.GetFileName(folder.EvaluationPictures)}/generated.png";
        Directory.CreateDirectory(folder.EvaluationPictures);
        PictureGenerator.WritePng(
            PictureGenerator.Grid(PictureGenerator.Generate(program, head, Rows * Columns, seed: 2), Columns), Path.Combine(folder.Path, name));
        return name;
    }

    private static string Prompt(FinishedModel model, Head head)
    {
        var (data, column) = (model.Session.Data, head.Binding!.Columns[0]);
        return data.Test is [var first, ..] && data.Columns[column].Values is long[] tokens
            ? WholeWords(data.Fitted.DecodeTokens(column, tokens.Skip((int)first).Take(PromptTokens).Select(t => (int)t))) : "";
    }

    // A text begins and ends anywhere. Writing without spaces, such as Chinese, has no words to cut.
    private static string WholeWords(string text)
    {
        var (first, last) = (text.IndexOf(' ', StringComparison.Ordinal), text.TrimEnd().LastIndexOf(' '));
        return first < last ? text[(first + 1)..last].Trim() : text;
    }
}

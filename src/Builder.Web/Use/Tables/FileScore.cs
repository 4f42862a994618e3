using Builder.Datasets.Labels;
using Builder.Datasets.Numbers;
using Builder.Graph;
using Builder.Graph.Metrics;
using Builder.Protocol;
using Builder.Web.Evaluate.Verdicts;
using Builder.Web.Scores;
using Builder.Web.Use.Models;

namespace Builder.Web.Use.Tables;

/// <summary>How well predictions for the rows of a file agree with what the file itself says in the column that is predicted.</summary>
/// <param name="Column">The column.</param>
/// <param name="Cases">Rows that have both.</param>
/// <param name="Right">How many of them are right; null for a quantity.</param>
/// <param name="Error">Of a quantity the mean absolute error; null for classes and labels.</param>
/// <param name="Deviation">Standard deviation of its absolute errors, with n − 1 in the denominator.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Strange">Rows whose value the model can never answer: a class that it does not know, or no number. They have no score.</param>
public sealed record FileScore(string Column, int Cases, int? Right, double? Error, double Deviation, string? Unit, int Strange)
{
    /// <summary>The score in a sentence.</summary>
    public Localized Words
    {
        get
        {
            var cases = Figures.Count(Cases);
            if (Right is { } right)
            {
                var (share, range) = (Figures.Percent((double)right / Math.Max(1, Cases)), Confidence.OfShare((double)right / Math.Max(1, Cases), Cases));
                return new(
                    $"“{Column}” is in the file: {Figures.Count(right)} of {cases} predictions are right ({share}). The true share lies most likely between {Figures.Percent(range.Low)} and {Figures.Percent(range.High)}.",
                    $"文件中有“{Column}”这一列：{cases} 个预测中有 {Figures.Count(right)} 个正确（{share}）。真实比例很可能介于 {Figures.Percent(range.Low)} 和 {Figures.Percent(range.High)} 之间。");
            }

            var error = Figures.WithUnit(Error, Unit);
            return Confidence.OfMean(Error ?? 0, Deviation, Cases) is not { } span
                ? new($"“{Column}” is in the file: the prediction is off by {error}.", $"文件中有“{Column}”这一列：预测相差 {error}。")
                : new(
                    $"“{Column}” is in the file: {cases} predictions are off by {error} on the mean. The true mean lies most likely between {Figures.Number(Math.Max(0, span.Low))} and {Figures.WithUnit(span.High, Unit)}.",
                    $"文件中有“{Column}”这一列：{cases} 个预测平均相差 {error}。真实的平均误差很可能介于 {Figures.Number(Math.Max(0, span.Low))} 和 {Figures.WithUnit(span.High, Unit)} 之间。");
        }
    }

    /// <summary>The scores of all outputs whose column the file has. Of a series none: what it predicts lies behind the rows that it has seen.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">The file as it is written.</param>
    /// <param name="answers">What the model has told of it.</param>
    internal static IReadOnlyList<FileScore> Of(UseModel model, TextTable table, Answers answers) => model.Description.WindowLength is not null ? [] :
    [
        .. model.Description.Outputs.Select((output, place) => (output, place, Column: new[] { model.SourceOf(output.Name), output.Name }.FirstOrDefault(table.Has)))
            .Where(o => o.Column is not null && o.output.Task != TaskKind.Anomaly)
            .Select(o => Of(o.output, o.place, o.Column!, table, answers)).Where(score => score.Cases + score.Strange > 0),
    ];

    private static FileScore Of(OutputDescription output, int place, string column, TextTable table, Answers answers)
    {
        var (scores, strange) = (new List<double>(), 0);
        for (var row = 0; row < table.Count; row++)
        {
            if (answers[row] is not { } outputs || (output.Classes.Count == 0 && outputs[place].Value is null) || table.Value(column, row) is not { } text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            if (ScoreOf(output, outputs[place], text.Trim(), table.DecimalMark) is { } score)
            {
                scores.Add(score);
            }
            else
            {
                strange++;
            }
        }

        if (output.Classes.Count > 0)
        {
            return new(column, scores.Count, (int)scores.Sum(), null, 0, null, strange);
        }

        var mean = scores.Count == 0 ? 0 : scores.Average();
        var deviation = scores.Count < 2 ? 0 : Math.Sqrt(scores.Sum(s => (s - mean) * (s - mean)) / (scores.Count - 1));
        return new(column, scores.Count, null, mean, deviation, output.Unit, strange);
    }

    // 1 for right and 0 for wrong; of a quantity the absolute error. Null for what can be neither.
    private static double? ScoreOf(OutputDescription output, PredictedOutput predicted, string text, char mark)
    {
        if (output.Task == TaskKind.MultiLabel)
        {
            var labels = LabelText.Split(text, output.Separator).ToHashSet(StringComparer.Ordinal);
            return labels.IsSubsetOf(output.Classes) ? labels.SetEquals(predicted.Labels ?? []) ? 1 : 0 : null;
        }

        if (output.Classes.Count > 0)
        {
            return NameOf(text, output.Classes, mark) is { } name ? name == predicted.Class ? 1 : 0 : null;
        }

        return predicted.Value is { } value && MarkedNumber.TryParseAny(text, mark, out var number, false) ? Math.Abs(value - number) : null;
    }

    // The same class may be written with other letters, or a number with another sign for its decimals.
    private static string? NameOf(string text, IReadOnlyList<string> classes, char mark) =>
        classes.Contains(text) ? text
        : classes.Where(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)).ToList() is [var one] ? one
        : MarkedNumber.TryParseAny(text, mark, out var number, false) ? classes.FirstOrDefault(name => FieldCheck.Number(name) == number) : null;
}

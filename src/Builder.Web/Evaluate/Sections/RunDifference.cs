using Builder.Datasets.Profiles;
using Builder.Files;
using Builder.Graph;
using Builder.Protocol.Evaluations;
using Builder.Web.Evaluate.Finished;
using Builder.Web.Scores;

namespace Builder.Web.Evaluate.Sections;

/// <summary>
/// How much better one run is than another on the same validation rows, with an interval by paired bootstrap (Efron and Tibshirani 1993): the test part stays untouched by the choice
/// among runs.
/// </summary>
/// <param name="Mean">By how much: of classes in shares, of a quantity in its unit; above 0 where it is better.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Cases">How many rows both were judged on.</param>
/// <param name="Different">On how many of them they differ.</param>
/// <param name="IsOfClasses">True for shares of right answers.</param>
public sealed record RunDifference(double Mean, double Low, double High, int Cases, int Different, bool IsOfClasses)
{
    /// <summary>Above 0 where it is surely better, below 0 where it is surely worse.</summary>
    public int Outcome => Different < RivalComparison.FewestDifferent ? 0 : Low > 0 ? 1 : High < 0 ? -1 : 0;

    /// <summary>The results of a run; null where none are kept, or the file cannot be read.</summary>
    public static CaseResults? Read(FinishedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return RunTellings.Read(new RunFolder(run.Folder).CaseResults, CaseResults.MostBytes, json => CaseResults.FromJson(json));
    }

    /// <summary>The difference; null where the two were not judged on the same rows of the same data.</summary>
    /// <param name="own">The one.</param>
    /// <param name="other">The one that it is compared with.</param>
    public static RunDifference? Of(CaseResults own, CaseResults other)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        if (own.Head != other.Head || own.IsOfClasses != other.IsOfClasses || own.Fingerprint != other.Fingerprint || own.Rows.Count == 0 || !own.Rows.SequenceEqual(other.Rows))
        {
            return null;
        }

        var sign = own.IsOfClasses ? 1 : -1;
        double[] each = [.. own.Scores.Zip(other.Scores).Select(pair => sign * ((double)pair.First - pair.Second))];
        var draws = new List<double>();
        foreach (var times in Bootstrap.Draws(each.Length, Bootstrap.Count(each.Length)))
        {
            var sum = 0.0;
            for (var i = 0; i < each.Length; i++)
            {
                sum += times[i] * each[i];
            }

            draws.Add(sum / each.Length);
        }

        var (low, high) = Bootstrap.Interval(draws);
        return new(each.Average(), low, high, each.Length, each.Count(d => d != 0), own.IsOfClasses);
    }

    /// <summary>The difference in words.</summary>
    /// <param name="unit">Unit of a quantity.</param>
    public Localized Words(string? unit)
    {
        var range = $"{Signed(Low)} … {Signed(High)}{(IsOfClasses ? "" : unit is { Length: > 0 } ? $" {unit}" : "")}";
        return Outcome switch
        {
            > 0 => new($"better by {range}{(IsOfClasses ? " points" : "")}", $"更好：{range}{(IsOfClasses ? " 个百分点" : "")}"),
            < 0 => new($"worse by {range}{(IsOfClasses ? " points" : "")}", $"更差：{range}{(IsOfClasses ? " 个百分点" : "")}"),
            _ => new("cannot be told apart", "分不出差别"),
        };
    }

    private string Signed(double value)
    {
        var number = Figures.Number(IsOfClasses ? Math.Round(100 * Math.Abs(value), 1) : Math.Abs(value));
        return number == "0" ? number : (value < 0 ? "−" : "+") + number;
    }
}

using Builder.Datasets;
using Builder.Graph;
using Builder.Proposals.Warnings;
using Builder.Web.Data;
using Builder.Web.Data.Pictures;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Evaluate.Finished;

/// <summary>What the Data page warned of, where it makes a score look better than it is: said again beside the score.</summary>
/// <param name="inspections">Looks into the data.</param>
/// <param name="finder">Looks for copies among pictures; null where nobody does.</param>
public sealed class DataCautions(DataInspections inspections, CopyFinder? finder = null)
{
    /// <summary>One line about the data as a run learned from them. Null where they are in order, or not there any more.</summary>
    /// <param name="run">The run.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Localized?> OfAsync(FinishedRun run, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            var project = Path.GetDirectoryName(Path.GetDirectoryName(run.Folder))!;
            if (run.ReadDocument() is not { } document)
            {
                return null;
            }

            foreach (var set in document.Data.Values)
            {
                var inspection = await inspections.OfAsync(project, set.Source, set.Changes, ct);
                var copies = finder is null || !CopyFinder.IsFor(set.Source) ? null : await finder.OfAsync(project, set.Source, inspection.Table.Fingerprint, ct);
                var warnings = await Task.Run(() => DataView.Of(document, set, inspection, copies).Warnings, ct);
                if (Line(warnings) is { } line)
                {
                    return line;
                }
            }
        }
        catch (Exception gone) when (gone is DataException or IOException or UnauthorizedAccessException)
        {
            // What cannot be read any more was not read when the Data page warned either; the score itself stands.
        }

        return null;
    }

    /// <summary>The line for some warnings; null where none is about how honest a score is.</summary>
    public static Localized? Line(IEnumerable<DataWarning> warnings)
    {
        ArgumentNullException.ThrowIfNull(warnings);
        var said = warnings.Where(w => w.Level == WarningLevel.Warning).Select(Said).OfType<Localized>().Distinct().ToArray();
        return said.Length == 0 ? null : new(
            $"Take this score with care: {string.Join("; ", said.Select(s => s.En))}.",
            $"请谨慎看待这个分数：{string.Join("；", said.Select(s => s.Zh))}。");
    }

    private static Localized? Said(DataWarning warning)
    {
        var column = Bidi.Isolated(warning.Column ?? "");
        return warning.Code switch
        {
            "gives-away" => new($"“{column}” alone nearly tells the answer", $"单凭“{column}”几乎就能知道答案"),
            "gaps-give-away" => new($"whether “{column}” is filled in nearly tells the answer", $"“{column}”是否填写几乎就说明了答案"),
            "sum-gives-away" => new($"“{column}” can be worked out from other columns", $"“{column}”可以由其他列算出"),
            "copies" => new("copies of test cases are among those it learned from", "部分测试样本的副本也出现在训练数据里"),
            "repeats" => new("test rows also occur among those it learned from", "部分测试行也出现在训练数据里"),
            "torn-apart" => new($"rows with the same “{column}” were both learned from and tested with", $"相同“{column}”的行既用于学习又用于测试"),
            "not-in-time" => new($"the test rows lie between those it learned from in time (“{column}”)", $"测试行在时间（“{column}”）上夹在训练行之间"),
            _ => null,
        };
    }
}

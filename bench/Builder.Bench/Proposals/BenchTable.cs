using System.Text.Json;
using Builder.Bench.Command;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Proposals;

namespace Builder.Bench.Proposals;

/// <summary>A table of the list, and what is to be learned from it.</summary>
/// <param name="File">Its path below the folder of the list: a table, a zip of pictures in folders of classes, or IDX pictures.</param>
/// <param name="Target">The column to predict; for pictures nothing.</param>
/// <param name="LeaveOut">Columns that tell the answer, or are of no use.</param>
/// <param name="Texts">Columns to be read as texts where they look like categories.</param>
/// <param name="Classes">Columns whose numbers are names of classes.</param>
/// <param name="Labels">For IDX pictures, the file of their labels.</param>
/// <param name="Rows">At most so many rows, counted from the first; null for all.</param>
/// <param name="HeldOut">True where nobody looked at its scores when the proposals' settings were chosen: its ranks are told apart.</param>
internal sealed record BenchTable(
    string File, string? Target = null, string[]? LeaveOut = null, string[]? Texts = null, string[]? Classes = null, string? Labels = null, int? Rows = null, bool HeldOut = false)
{
    /// <summary>Name of the list in a folder of tables.</summary>
    public const string ListName = "proposals.json";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, AllowTrailingCommas = true };

    /// <summary>A list.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="BenchException">There is none, or it is no list of tables.</exception>
    public static BenchTable[] Read(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new BenchException(new(
                $"There is no {Path.GetFileName(path)} in {Path.GetDirectoryName(path)}. It is a list such as [{{\"file\": \"wine.csv\", \"target\": \"cultivar\"}}].",
                $"{Path.GetDirectoryName(path)} 中没有 {Path.GetFileName(path)}。它是一个列表，例如 [{{\"file\": \"wine.csv\", \"target\": \"cultivar\"}}]。"));
        }

        try
        {
            return JsonSerializer.Deserialize<BenchTable[]>(System.IO.File.ReadAllText(path), Json) ?? [];
        }
        catch (JsonException wrong)
        {
            throw new BenchException(new($"{path} cannot be read: {wrong.Message}", $"无法读取 {path}：{wrong.Message}"));
        }
    }

    /// <summary>The source of the rows.</summary>
    public DataSource Source => Labels is not null ? new IdxSource { Images = File, Labels = Labels }
        : File.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? new PicturesSource { Path = File }
        : new TableSource { Path = File };

    /// <summary>What a person would plan who knows the target.</summary>
    public DataPlan Plan(SourceInspection inspection)
    {
        var plan = DataPlan.Guess(inspection, "data");
        plan = Target is null ? plan : plan.WithTarget(Target);
        foreach (var column in plan.Columns)
        {
            plan = Classes?.Contains(column.Name) == true ? plan.With(column with { Type = ColumnType.Category })
                : column.Use == ColumnUse.Target ? plan
                : LeaveOut?.Contains(column.Name) == true ? plan.With(column with { Use = ColumnUse.Ignored })
                : Texts?.Contains(column.Name) == true ? plan.With(column with { Type = ColumnType.Text, Use = ColumnUse.Input })
                : plan;
        }

        return Rows is { } most ? plan with { Rows = new RowSelection { Limit = most } } : plan;
    }
}

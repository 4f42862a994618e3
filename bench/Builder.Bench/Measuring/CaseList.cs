using Builder.Bench.Data;
using Builder.Bench.Memory;
using Builder.Bench.Reading;
using Builder.Bench.Training;

namespace Builder.Bench.Measuring;

/// <summary>All cases.</summary>
public static class CaseList
{
    private static readonly BenchCase[] All =
    [
        TrainingCase.Create("mlp-small", floor: 1.8),
        TrainingCase.Create("mlp-digits", floor: 1.5),
        TrainingCase.Create("digits-cnn", floor: 1.0),
        TrainingCase.Create("lstm", floor: 1.8),
        TrainingCase.Create("gpt", floor: 1.0),
        TableCase.Create(new("csv-numbers", Rows: 200_000, Numbers: 20, Digits: 4, Categories: 0), floor: 2.0),
        TableCase.Create(new("csv-doubles", Rows: 100_000, Numbers: 20, Digits: 17, Categories: 0), floor: 2.0),
        TableCase.Create(new("csv-categories", Rows: 200_000, Numbers: 8, Digits: 4, Categories: 3), floor: 2.0),
        MemoryCase.Create(),
        .. ReadingCase.Create(LargeTable.Numbers, timeFloor: 0.03),
        .. ReadingCase.Create(LargeTable.Mixed, timeFloor: 0.03),
    ];

    /// <summary>Names of all groups and cases.</summary>
    public static string Words { get; } = string.Join(", ", All.Select(c => c.Group).Concat(All.Select(c => c.Name)).Distinct());

    /// <summary>True where a group or case has that name.</summary>
    public static bool Knows(string name) => All.Any(c => c.Name == name || c.Group == name);

    /// <summary>The cases of these names and groups; all where none is given.</summary>
    public static IEnumerable<BenchCase> Of(string[] names) =>
        All.Where(c => names.Length == 0 || names.Contains(c.Name) || names.Contains(c.Group));
}

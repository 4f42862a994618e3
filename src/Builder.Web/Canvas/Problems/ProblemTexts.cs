using Builder.Graph;

namespace Builder.Web.Canvas.Problems;

/// <summary>What the list of problems says.</summary>
public static class ProblemTexts
{
    /// <summary>Names the list.</summary>
    public static Localized Panel { get; } = new("Problems", "问题");

    /// <summary>There are none.</summary>
    public static Localized None { get; } = new("No problems", "没有问题");

    /// <summary>Something of the model as a whole.</summary>
    public static Localized WholeModel { get; } = new("Whole model", "整个模型");

    /// <summary>Stands in the way.</summary>
    public static Localized Error { get; } = new("Error:", "错误：");

    /// <summary>Does not stand in the way.</summary>
    public static Localized Warning { get; } = new("Warning:", "提醒：");

    /// <summary>How many of each.</summary>
    public static Localized Count(int errors, int warnings) => (errors, warnings) switch
    {
        (0, 1) => new("warning", "条提醒"),
        (0, _) => new("warnings", "条提醒"),
        (1, 0) => new("problem to fix", "个问题待解决"),
        (_, 0) => new("problems to fix", "个问题待解决"),
        _ => new($"problems, {warnings} of them only {(warnings == 1 ? "a warning" : "warnings")}", $"个问题，其中 {warnings} 条只是提醒"),
    };
}

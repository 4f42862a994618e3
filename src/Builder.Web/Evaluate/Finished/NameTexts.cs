using Builder.Graph;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Evaluate.Finished;

/// <summary>What is said where a model knows other names than the data.</summary>
internal static class NameTexts
{
    private const int Shown = 6;

    public static Localized Take { get; } = new("Answer with the new names", "用新名称作答");
    public static Localized TrainAgain { get; } = new("Train again", "重新训练");
    public static Localized TakeBack { get; } = new("Answer with the names it was trained with", "恢复训练时的名称");
    public static Localized Choose { get; } = new("Choose its new name", "选择它的新名称");
    public static Localized NotWritten { get; } = new(
        "The names could not be written to the model's files. Check that the disk has room, and try again.", "无法把名称写入模型文件。请确认磁盘有空间，然后重试。");

    /// <summary>Which classes differ.</summary>
    public static Localized Classes(string column, NameChanges changes)
    {
        var (gone, added, name) = (changes.Gone, changes.Added, Bidi.Isolated(column));
        return (gone.IsEmpty, added.IsEmpty) switch
        {
            (false, false) => new(
                $"“{name}”: this model answers with the names it was trained with, {List(gone, ", ")}. The data now say {List(added, ", ")}.",
                $"“{name}”：这个模型仍用训练时的名称作答（{List(gone, "、")}），而数据中现在是{List(added, "、")}。"),
            (true, false) => new(
                $"“{name}”: the data now also have {List(added, ", ")}. This model has never seen {(added.Length == 1 ? "it and never answers it" : "them and never answers them")}. Train again to have it learned.",
                $"“{name}”：数据中新增了{List(added, "、")}。这个模型没有学过，永远不会这样回答。重新训练即可学会。"),
            _ => new(
                $"“{name}”: the data no longer have {List(gone, ", ")}, which this model may still answer. Train again if it is not wanted any more.",
                $"“{name}”：数据中已没有{List(gone, "、")}，但这个模型仍可能这样回答。如果不再需要，请重新训练。"),
        };
    }

    /// <summary>What a renaming would mean.</summary>
    public static Localized Rename(NameChanges changes) => changes.Known.Count == changes.Gone.Length
        ? new($"If only the names have changed, the model can take them over as it is: {Pairs(changes.Known)}. Otherwise train again.",
            $"如果只是改了名称，模型可以直接沿用：{Pairs(changes.Known)}。否则请重新训练。")
        : new("If only the names have changed, say which is which, and the model takes them over as it is. Otherwise train again.",
            "如果只是改了名称，请指出各自对应的新名称，模型即可直接沿用。否则请重新训练。");

    /// <summary>Which columns differ.</summary>
    public static Localized Columns(NameChanges changes) => new(
        $"This model reads {List(changes.GoneColumns, ", ")}, which the data no longer have{(changes.AddedColumns.IsEmpty ? "" : $" (new: {List(changes.AddedColumns, ", ")})")}. Files for it need the old {(changes.GoneColumns.Length == 1 ? "name" : "names")}; train again to use the new ones.",
        $"这个模型读取的列{List(changes.GoneColumns, "、")}在数据中已不存在{(changes.AddedColumns.IsEmpty ? "" : $"（新增：{List(changes.AddedColumns, "、")}）")}。给它的文件仍需使用旧列名；要使用新列名，请重新训练。");

    /// <summary>What was done.</summary>
    public static Localized Given(GivenNames given) => new(
        $"This model answers with names that were given to it after its training: {Pairs(given.Names)}.", $"这个模型使用训练之后改的名称作答：{Pairs(given.Names)}。");

    private static string Pairs(IReadOnlyDictionary<string, string> names) =>
        string.Join(", ", names.Take(Shown).Select(n => $"{Bidi.Isolated(n.Key)} → {Bidi.Isolated(n.Value)}")) + (names.Count > Shown ? ", …" : "");

    private static string List(IReadOnlyCollection<string> names, string separator) =>
        string.Join(separator, names.Take(Shown).Select(n => $"“{Bidi.Isolated(n)}”")) + (names.Count > Shown ? separator + "…" : "");
}

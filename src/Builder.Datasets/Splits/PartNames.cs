using System.Collections.Frozen;

namespace Builder.Datasets.Splits;

/// <summary>What people call the parts of their data: in a column, or as folders.</summary>
public static class PartNames
{
    private static readonly FrozenDictionary<string, Part> s_names = new Dictionary<string, Part>
    {
        ["train"] = Part.Train,
        ["training"] = Part.Train,
        ["训练"] = Part.Train,
        ["訓練"] = Part.Train,
        ["validation"] = Part.Validation,
        ["validate"] = Part.Validation,
        ["valid"] = Part.Validation,
        ["val"] = Part.Validation,
        ["dev"] = Part.Validation,
        ["eval"] = Part.Validation,
        ["验证"] = Part.Validation,
        ["驗證"] = Part.Validation,
        ["校验"] = Part.Validation,
        ["test"] = Part.Test,
        ["testing"] = Part.Test,
        ["holdout"] = Part.Test,
        ["测试"] = Part.Test,
        ["測試"] = Part.Test,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // "training_set", "test images", "验证数据集": what stands behind the name of the part.
    private static readonly string[] s_behind = ["dataset", "datasets", "data", "set", "images", "image", "imgs", "img", "pictures", "split", "数据集", "数据", "集", "图片", "\u56FE\u50CF", "數據集", "圖片"];

    /// <summary>The part that a name means; null for any other name.</summary>
    public static Part? Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var plain = name.Trim();
        return s_names.TryGetValue(plain, out var part) || s_names.TryGetValue(WithoutBehind(plain), out part) ? part : null;
    }

    private static string WithoutBehind(string name)
    {
        var behind = s_behind.Where(word => name.Length > word.Length && name.EndsWith(word, StringComparison.OrdinalIgnoreCase)).MaxBy(word => word.Length);
        return behind is null ? name : name[..^behind.Length].TrimEnd('_', '-', ' ', '.');
    }
}

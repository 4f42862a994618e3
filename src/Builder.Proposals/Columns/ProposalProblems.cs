using Builder.Datasets;

namespace Builder.Proposals.Columns;

/// <summary>Why no model can be proposed, with a way out.</summary>
internal static class ProposalProblems
{
    public static DataException NoTarget() => new("proposal-no-target", new(
        "Nothing is chosen yet that the model should predict. Choose a column with numbers or classes.",
        "还没有选择要预测的内容。请选择一个数值列或类别列。"));

    public static DataException BadTarget(string column) => new("proposal-bad-target", new(
        $"“{column}” holds neither numbers nor classes, so it cannot be predicted. Choose another column, or change its type to Number or Category.",
        $"“{column}”既不是数值也不是类别，无法预测。请选择其他列，或把它的类型改为“数值”或“类别”。"), new(Column: column));

    public static DataException NoInputs() => new("proposal-no-inputs", new(
        "There is no column left to learn from. Set at least one more column to Input.",
        "没有可供学习的列了。请至少再把一列设为“输入”。"));

    public static DataException NoClasses() => new("proposal-no-classes", new(
        "All pictures lie in one folder, so there is nothing to tell apart. Put the pictures of each class into a folder of its own, named like the class, and zip them again.",
        "所有图片都在同一个文件夹中，没有可区分的类别。请把每一类的图片放进各自的文件夹（以类别命名），再重新压缩上传。"));

    public static DataException NoLabels() => new("proposal-no-labels", new(
        "These pictures come without labels, so there is nothing to predict. Upload the file with the labels as well.",
        "这些图片没有标签，没有可预测的内容。请把标签文件也一并上传。"));
}

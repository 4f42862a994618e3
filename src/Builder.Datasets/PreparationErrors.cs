using Builder.Graph.Messages;

namespace Builder.Datasets;

/// <summary>What can be wrong when a data set is put together, in plain words with a way out.</summary>
internal static class PreparationErrors
{
    private static readonly MessageTemplate NoColumnsWords = new(
        "data-no-columns",
        "The data set \"{dataSet}\" uses no columns. List at least one column for the network to read.",
        "数据集“{dataSet}”没有使用任何列。请至少列出一个供网络读取的列。");

    public static DataException NoColumns(string dataSet) => DataErrors.At(
        NoColumnsWords.With(("dataSet", dataSet)), null, null, null);

    private static readonly MessageTemplate SameNameTwiceWords = new(
        "data-same-column-twice",
        "The data set \"{dataSet}\" lists this name twice. Rename one, and say with \"from\" which column of the file it reads.",
        "数据集“{dataSet}”中该名称出现了两次。请改名其中一个，并用“from”说明它读取文件的哪一列。");

    public static DataException SameNameTwice(string dataSet, string column) => DataErrors.At(
        SameNameTwiceWords.With(("dataSet", dataSet)), null, null, column);

    private static readonly MessageTemplate BadSharesWords = new(
        "data-bad-shares",
        "The data set \"{dataSet}\" holds back {validation:P0} for validation and {test:P0} for the test. Each must be at least 0, and together they must leave something for training.",
        "数据集“{dataSet}”留出 {validation:P0} 用于验证、{test:P0} 用于测试。两者都不能小于 0，合计必须小于 100%，要给训练留下数据。");

    public static DataException BadShares(string dataSet, double validation, double test) => DataErrors.At(
        BadSharesWords.With(("dataSet", dataSet), ("validation", validation), ("test", test)), null, null, null);

    private static readonly MessageTemplate NothingToTrainWords = new(
        "data-nothing-to-train",
        "The split leaves no rows for training. Hold back less for validation and test, or bring more data.",
        "划分之后没有剩下可用于训练的行。请减少验证和测试的比例，或提供更多数据。");

    public static DataException NothingToTrain(string file) => DataErrors.At(
        NothingToTrainWords.With(), file, null, null);

    private static readonly MessageTemplate OneStratumWords = new(
        "data-one-class.split",
        "All rows have the same value here, so there is nothing to tell apart. Choose another column to split by, or bring rows of other classes.",
        "所有行在该列的值都相同，没有可区分的内容。请选择其他列来划分，或加入其他类别的行。");

    public static DataException OneStratum(string file, string column) => DataErrors.At(
        OneStratumWords.With(), file, null, column);

    private static readonly MessageTemplate TooFewGroupsWords = new(
        "data-too-few-groups",
        "There are only {groups} different groups for {parts} parts. Split by another column, or without a validation part.",
        "只有 {groups} 个不同的组，却要分成 {parts} 部分。请按其他列划分，或不留验证部分。");

    public static DataException TooFewGroups(string file, string column, int groups, int parts) => DataErrors.At(
        TooFewGroupsWords.With(("groups", groups), ("parts", parts)), file, null, column);

    private static readonly MessageTemplate UnknownPartWords = new(
        "data-unknown-part",
        "The column must name the part of each row, but here stands \"{value}\". Write train, validation or test.",
        "该列应写明每一行属于哪一部分，这里却是“{value}”。请写 train（训练）、validation（验证）或 test（测试）。");

    public static DataException UnknownPart(string file, string column, int row, string? value) => DataErrors.At(
        UnknownPartWords.With(("value", value)), file, row, column);

    private static readonly MessageTemplate NoOrderWords = new(
        "data-no-order",
        "The rows are ordered by this column, but \"{value}\" is neither a number nor a date. Correct it, or order by another column.",
        "各行按该列排序，但“{value}”既不是数字也不是日期。请更正，或改用其他列排序。");

    public static DataException NoOrder(string file, string column, int row, string? value) => DataErrors.At(
        NoOrderWords.With(("value", value)), file, row, column);

    private static readonly MessageTemplate OrderMissingWords = new(
        "data-no-order.missing",
        "The rows are ordered, grouped or divided by this column, but the value is missing. Fill it in, leave such rows out (\"complete\"), or use another column.",
        "各行按该列排序、分组或划分，但此处缺少值。请补上该值，或去掉这些行（“complete”），或改用其他列。");

    public static DataException OrderMissing(string file, string column, int row) => DataErrors.At(
        OrderMissingWords.With(), file, row, column);

    private static readonly MessageTemplate BadBorderWords = new(
        "data-bad-border",
        "\"{border}\" is to start a part of the split, but it is neither a number nor a date. Write it as the column's values are written.",
        "“{border}”要作为划分的起点，但它既不是数字也不是日期。请按该列数值的写法填写。");

    public static DataException BadBorder(string column, string border) => DataErrors.At(
        BadBorderWords.With(("border", border)), null, null, column);

    private static readonly MessageTemplate BorderNeedsColumnWords = new(
        "data-bad-border.column",
        "The split of \"{dataSet}\" starts at a given value, but no column is named that the value belongs to. Name it with \"by\".",
        "“{dataSet}”的划分从某个给定值开始，但没有说明该值属于哪一列。请用“by”指定该列。");

    public static DataException BorderNeedsColumn(string dataSet) => DataErrors.At(
        BorderNeedsColumnWords.With(("dataSet", dataSet)), null, null, null);

    private static readonly MessageTemplate BadWindowWords = new(
        "data-bad-window",
        "The windows of \"{dataSet}\" have {parameter} = {value}, which is too small. Length and stride start at 1, the horizon at 0.",
        "“{dataSet}”的窗口设置 {parameter} = {value} 太小。length 和 stride 至少为 1，horizon 至少为 0。");

    public static DataException BadWindow(string dataSet, string parameter, int value) => DataErrors.At(
        BadWindowWords.With(("dataSet", dataSet), ("parameter", parameter), ("value", value)), null, null, null);

    private static readonly MessageTemplate NoWindowWords = new(
        "data-no-window",
        "A window with its target needs {span} rows in a row, but nowhere in the training part of {rows} rows are there so many. Make the window shorter, or bring a longer series.",
        "一个窗口连同目标需要连续 {span} 行，但在共 {rows} 行的训练部分中找不到这么长的一段。请缩短窗口，或提供更长的序列。");

    public static DataException NoWindow(string file, long rows, int span) => DataErrors.At(
        NoWindowWords.With(("span", span), ("rows", rows)), file, null, null);

    private static readonly MessageTemplate CharactersWords = new(
        "data-characters", "{count} {count|character|characters}", "{count} 个字符");

    private static readonly MessageTemplate TokensWords = new("data-tokens", "{count} {count|token|tokens}", "{count} 个词元");

    private static readonly MessageTemplate HardlyAnyTextWords = new(
        "data-text-too-short",
        "The text is too short: its training part has {found}, but the network reads {length} at a time and learns to foresee the next. Bring a longer text.",
        "文本太短：训练部分只有 {found}，而网络每次要读取 {length} 个，并学习预测下一个。请提供更长的文本。");

    private static readonly MessageTemplate TextTooShortToTrainWords = new(
        "data-text-too-short.context",
        "The text is too short: its training part has {found}, but the network reads {length} at a time and learns to foresee the next. Bring a longer text, or choose a shorter context (\"length\"), at most {most}.",
        "文本太短：训练部分只有 {found}，而网络每次要读取 {length} 个，并学习预测下一个。请提供更长的文本，或缩短上下文长度（“length”），最多 {most}。");

    public static DataException TextTooShortToTrain(string file, int tokens, int length, bool byCharacter)
    {
        var found = (byCharacter ? CharactersWords : TokensWords).With(("count", tokens));
        var words = tokens > 1
            ? TextTooShortToTrainWords.With(("found", found), ("length", length), ("most", tokens - 1))
            : HardlyAnyTextWords.With(("found", found), ("length", length));
        return DataErrors.At(words, file, null, null);
    }

    private static readonly MessageTemplate WindowLabelShapeWords = new(
        "data-bad-window-label",
        "The label of a window is the largest of single numbers, but this column has several numbers a row. Use \"ordinal\" or no step.",
        "窗口的标签取单个数字中的最大值，但该列每行有多个数字。请使用“序号编码”，或不加步骤。");

    public static DataException WindowLabelShape(string file, string column) => DataErrors.At(
        WindowLabelShapeWords.With(), file, null, column);

    private static readonly MessageTemplate TextNeedsWindowsWords = new(
        "data-text-needs-windows",
        "The running text of \"{dataSet}\" must be cut into windows. Say how many tokens a window has (\"windows\": { \"length\": 64 }).",
        "“{dataSet}”的连续文本需要切成窗口。请说明每个窗口包含多少个词元（\"windows\": { \"length\": 64 }）。");

    public static DataException TextNeedsWindows(string dataSet) => DataErrors.At(
        TextNeedsWindowsWords.With(("dataSet", dataSet)), null, null, null);

    private static readonly MessageTemplate TextSplitsByPlaceWords = new(
        "data-text-splits-by-place",
        "A running text can only be split by place: its beginning trains, its end is held back. Use the split \"time\" with shares in \"{dataSet}\".",
        "连续文本只能按位置划分：前面的部分用于训练，末尾留出。请在“{dataSet}”中使用按比例的“time”划分。");

    public static DataException TextSplitsByPlace(string dataSet) => DataErrors.At(
        TextSplitsByPlaceWords.With(("dataSet", dataSet)), null, null, null);

    private static readonly MessageTemplate TextOnlyTokenizedWords = new(
        "data-text-only-tokenized",
        "A running text takes the step \"tokenize\" and no other, the same for \"text\" and \"next\". Remove the other steps, or make them equal.",
        "连续文本只能使用“分词”（tokenize）步骤，且“text”与“next”必须相同。请移除其他步骤，或使两者一致。");

    public static DataException TextOnlyTokenized(string file, string column) => DataErrors.At(
        TextOnlyTokenizedWords.With(), file, null, column);

    private static readonly MessageTemplate TextTooShortWords = new(
        "data-text-too-short.here",
        "The text has {tokens} tokens, but the network reads {length} at a time. Bring a longer text.",
        "该文本只有 {tokens} 个词元，而网络每次读取 {length} 个。请提供更长的文本。");

    public static DataException TextTooShort(string file, int tokens, int length) => DataErrors.At(
        TextTooShortWords.With(("tokens", tokens), ("length", length)), file, null, null);

    private static readonly MessageTemplate SeriesTooShortWords = new(
        "data-series-too-short",
        "The network reads {length} rows in a row, but the longest unbroken series here has {rows}. Bring a longer series, without holes in its times.",
        "网络每次读取连续 {length} 行，而这里最长的不间断序列只有 {rows} 行。请提供更长且时间上没有中断的序列。");

    public static DataException SeriesTooShort(string file, int rows, int length) => DataErrors.At(
        SeriesTooShortWords.With(("length", length), ("rows", rows)), file, null, null);

    private static readonly MessageTemplate InputColumnMissingWords = new(
        "data-input-column-missing",
        "The model reads this column, but the file does not have it. Add the column, named as in the training data.",
        "模型需要读取该列，但文件中没有。请添加该列，列名与训练数据一致。");

    public static DataException InputColumnMissing(string file, string column) => DataErrors.At(
        InputColumnMissingWords.With(), file, null, column);

    private static readonly MessageTemplate OneClassWords = new(
        "data-one-class",
        "All training rows are \"{name}\", so there is nothing to tell apart. Choose another column to predict, or bring rows of other classes.",
        "所有训练行都是“{name}”，没有可区分的内容。请选择其他要预测的列，或加入其他类别的行。");

    public static DataException OneClass(string file, string column, string name) => DataErrors.At(
        OneClassWords.With(("name", name)), file, null, column);

    private static readonly MessageTemplate SameLabelsWords = new(
        "data-same-labels",
        "All training rows have the same labels, so there is nothing to tell apart. Choose another column to predict, or bring rows with other labels.",
        "所有训练行的标签都相同，没有可区分的内容。请选择其他要预测的列，或加入带有其他标签的行。");

    public static DataException SameLabels(string file, string column) => DataErrors.At(
        SameLabelsWords.With(), file, null, column);

    private static readonly MessageTemplate ConstantTargetWords = new(
        "data-constant-target",
        "All training rows have the same value {value:G6}, so there is nothing to predict. Choose another column to predict, or bring more varied rows.",
        "所有训练行的值都是 {value:G6}，没有可预测的内容。请选择其他要预测的列，或提供更多样的数据。");

    public static DataException ConstantTarget(string file, string column, double value) => DataErrors.At(
        ConstantTargetWords.With(("value", value)), file, null, column);

    private static readonly MessageTemplate UnseenClassWords = new(
        "data-unseen-class",
        "This row is held back for scoring, but no training row has its class, so it could never be named. Use the split \"stratified\" by this column, or bring more rows of the class.",
        "该行留作评分，但没有任何训练行属于它的类别，因此永远无法预测正确。请按该列使用“分层”划分，或增加该类别的行。");

    public static DataException UnseenClass(string file, string column, int row) => DataErrors.At(
        UnseenClassWords.With(), file, row, column);

    private static readonly MessageTemplate CannotCombineWords = new(
        "data-cannot-combine",
        "The column cannot be joined with others into one list of numbers: {reason}",
        "该列无法与其他列合并为一组数字：{reason}");

    public static DataException CannotCombine(string column, Message reason) => DataErrors.At(
        CannotCombineWords.With(("reason", reason)), null, null, column);

    private static readonly MessageTemplate CombinedTooLargeWords = new(
        "data-too-large.columns",
        "The columns joined to {rows} rows of {width} numbers do not fit into memory. Use fewer rows (\"limit\") or fewer columns.",
        "各列合并后为 {rows} 行、每行 {width} 个数字，内存放不下。请减少行数（“limit”）或列数。");

    public static DataException CombinedTooLarge(long rows, long width) => DataErrors.At(
        CombinedTooLargeWords.With(("rows", rows), ("width", width)), null, null, null);

    private static readonly MessageTemplate UnknownColumnWords = new(
        "data-no-such-column.prepared",
        "The data set \"{dataSet}\" has no column of this name. It has: {known}.",
        "数据集“{dataSet}”中没有这个名称的列。现有的列：{known}。");

    public static DataException UnknownColumn(string dataSet, string column, IEnumerable<string> known) => DataErrors.At(
        UnknownColumnWords.With(("dataSet", dataSet), ("known", MessageArgument.List(known))), null, null, column);

    private static readonly MessageTemplate FittedUnreadableWords = new(
        "data-fitted-unreadable",
        "The saved data steps cannot be read; the file is damaged or is something else. Train the model again, or use an undamaged copy.",
        "无法读取保存的数据处理步骤；文件已损坏或不是该类文件。请重新训练模型，或使用完好的副本。");

    public static DataException FittedUnreadable(string file, Exception? cause) => DataErrors.At(
        FittedUnreadableWords.With(), file, null, null, cause);

    private static readonly MessageTemplate FittedNewerWords = new(
        "data-fitted-newer",
        "The saved data steps have format {format}, which this version cannot read. Use the version that saved them, or a newer one.",
        "保存的数据处理步骤为格式 {format}，此版本无法读取。请使用保存它的版本或更新的版本。");

    public static DataException FittedNewer(string file, int format) => DataErrors.At(
        FittedNewerWords.With(("format", format)), file, null, null);
}

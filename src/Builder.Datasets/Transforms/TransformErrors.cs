using System.Globalization;
using Builder.Graph.Data;
using Builder.Graph.Messages;

namespace Builder.Datasets.Transforms;

/// <summary>What can be wrong with values that are to be transformed, in plain words with a way out.</summary>
internal static class TransformErrors
{
    private static readonly MessageTemplate MissingWords = new(
        "data-missing-value",
        "The value is missing (rows without a value in this column: {count}). Add the step \"Fill in missing values\" to the column, leave such rows out (\"complete\"), or give them a value.",
        "缺少数值（该列共有 {count} 行没有值）。请为该列添加“填补缺失值”步骤，或去掉这些行（“complete”），或在文件中补上这些值。");

    public static DataException Missing(ColumnContext site, int row, int count) =>
        site.StrangeTextOf(row) is { } text ? NotANumber(site, row, text)
        : site.StrangeDateOf(row) is { } date ? NotADate(site, row, date.Text, date.Order)
        : At(site, row, MissingWords.With(("count", count)));

    private static readonly MessageTemplate AllMissingWords = new(
        "data-column-empty",
        "No training row has a value in this column, so there is nothing to learn from it. Take the column out, or check the file.",
        "训练部分没有任何一行在该列有值，无从学习。请移除该列，或检查文件。");

    public static DataException AllMissing(ColumnContext site) =>
        site.FirstStrange is { } cell ? NotANumber(site, cell.Row, cell.Text) : At(site, null, AllMissingWords.With());

    private static readonly MessageTemplate NeedsNumbersWords = new(
        "data-needs-numbers",
        "This step calculates with numbers, but the column holds something else here. Set the column's type to Number, or remove the step.",
        "该步骤要对数字进行计算，但该列此时不是数字。请把列类型改为“数值”，或移除该步骤。");

    public static DataException NeedsNumbers(ColumnContext site) => At(
        site, null, NeedsNumbersWords.With());

    private static readonly MessageTemplate NeedsCategoriesWords = new(
        "data-needs-categories",
        "This step needs names of categories, but the column holds something else here. Set the column's type to Category, or remove the step.",
        "该步骤需要类别名称，但该列此时不是类别。请把列类型改为“类别”，或移除该步骤。");

    public static DataException NeedsCategories(ColumnContext site) => At(
        site, null, NeedsCategoriesWords.With());

    private static readonly MessageTemplate NeedsDatesWords = new(
        "data-needs-dates",
        "This step takes a part of a date, but the column does not hold dates here. Set the column's type to Date, or remove the step.",
        "该步骤要取日期的一部分，但该列此时不是日期。请把列类型改为“日期”，或移除该步骤。");

    public static DataException NeedsDates(ColumnContext site) => At(
        site, null, NeedsDatesWords.With());

    private static readonly MessageTemplate NeedsTextWords = new(
        "data-needs-text",
        "This step cuts text into tokens, but the column does not hold text here. Set the column's type to Text, or remove the step.",
        "该步骤要把文本切分为词元，但该列此时不是文本。请把列类型改为“文本”，或移除该步骤。");

    public static DataException NeedsText(ColumnContext site) => At(
        site, null, NeedsTextWords.With());

    private static readonly MessageTemplate NeedsPicturesWords = new(
        "data-needs-pictures",
        "This step is for pictures, but the column does not hold pictures here. Set the column's type to Picture, or remove the step.",
        "该步骤用于图片，但该列此时不是图片。请把列类型改为“图片”，或移除该步骤。");

    public static DataException NeedsPictures(ColumnContext site) => At(
        site, null, NeedsPicturesWords.With());

    private static readonly MessageTemplate NothingMayFollowWords = new(
        "data-step-after-end",
        "A step follows one that must be the last, such as one-hot or tokenize. Change the order of the steps, or remove the later one.",
        "有步骤排在必须放在最后的步骤（如独热编码、分词）之后。请调整顺序，或移除后面的步骤。");

    public static DataException NothingMayFollow(ColumnContext site) => At(
        site, null, NothingMayFollowWords.With());

    private static readonly MessageTemplate NoMeanWords = new(
        "data-strategy-needs-numbers",
        "Names have no mean. Fill missing values with the most frequent name or with a fixed one.",
        "名称没有平均值。请改用出现最多的名称或固定名称来填补缺失值。");

    private static readonly MessageTemplate NoMedianWords = new(
        "data-strategy-needs-numbers.median",
        "Names have no median. Fill missing values with the most frequent name or with a fixed one.",
        "名称没有中位数。请改用出现最多的名称或固定名称来填补缺失值。");

    public static DataException StrategyNeedsNumbers(ColumnContext site, ImputeStrategy strategy) => At(
        site, null, (strategy == ImputeStrategy.Mean ? NoMeanWords : NoMedianWords).With());

    private static readonly MessageTemplate ConstantLacksValueWords = new(
        "data-constant-lacks-value",
        "Missing values are to be filled with a fixed value, but \"{parameter}\" does not say which. Enter it.",
        "缺失值要用固定值填补，但“{parameter}”没有填写。请填写该值。");

    public static DataException ConstantLacksValue(ColumnContext site, string parameter) => At(
        site, null, ConstantLacksValueWords.With(("parameter", parameter)));

    private static readonly MessageTemplate EmptyRangeWords = new(
        "data-empty-range",
        "The new range goes from {low} to {high}, which is no range. Make \"low\" smaller than \"high\".",
        "新的取值范围是从 {low} 到 {high}，不成立。请让“low”小于“high”。");

    public static DataException EmptyRange(ColumnContext site, double low, double high) => At(
        site, null, EmptyRangeWords.With(("low", Text(low)), ("high", Text(high))));

    private static readonly MessageTemplate LogOfNothingWords = new(
        "data-log-of-nothing",
        "{value} + {offset} is not above zero, so it has no logarithm. Choose a larger offset, or remove the step.",
        "{value} + {offset} 不大于零，没有对数。请加大偏移量，或移除该步骤。");

    public static DataException LogOfNothing(ColumnContext site, int row, double value, double offset) => At(
        site, row, LogOfNothingWords.With(("value", Text(value)), ("offset", Text(offset))));

    private static readonly MessageTemplate YearsDoNotRepeatWords = new(
        "data-years-do-not-repeat",
        "Years do not repeat, so they cannot be written as sine and cosine. Use the form \"number\".",
        "年份不会循环，不能写成正弦和余弦。请改用“数值”形式。");

    public static DataException YearsDoNotRepeat(ColumnContext site) => At(
        site, null, YearsDoNotRepeatWords.With());

    private static readonly MessageTemplate NotANumberWords = new(
        "data-not-a-number",
        "\"{value}\" is not a number. Correct it, list it among the marks for missing values, or set the column's type to Category.",
        "“{value}”不是数字。请更正，或把它列为缺失值标记，或把列类型改为“类别”。");

    public static DataException NotANumber(ColumnContext site, int row, string value) => At(
        site, row, NotANumberWords.With(("value", Shortened(value))));

    private static readonly MessageTemplate NotADateWords = new(
        "data-not-a-date",
        "\"{value}\" is not a date written like {order}, as the others in this column are. Correct it, or choose another type for the column.",
        "“{value}”不是像 {order} 这样书写的日期，与该列其他值不一致。请更正，或为该列选择其他类型。");

    public static DataException NotADate(ColumnContext site, int row, string value, DateOrder order) => At(
        site, row, NotADateWords.With(("value", Shortened(value)), ("order", Example(order))));

    private static readonly MessageTemplate BadTextLengthWords = new(
        "data-bad-text-length",
        "Texts are to be cut to less than one token. Give a length of 1 or more, or none to keep the longest training text whole.",
        "文本要截成不足一个词元。请填写 1 或更大的长度，或留空以完整保留最长的训练文本。");

    public static DataException BadTextLength(ColumnContext site) => At(
        site, null, BadTextLengthWords.With());

    private static readonly MessageTemplate PicturesDifferWords = new(
        "data-pictures-differ",
        "The pictures have different sizes, but the network needs them all alike. Add the step \"resize\" with a height and a width.",
        "图片大小不一，而网络要求大小一致。请添加“缩放”（resize）步骤，并填写高和宽。");

    public static DataException PicturesDiffer(ColumnContext site) => At(
        site, null, PicturesDifferWords.With());

    private static readonly MessageTemplate BadPictureSizeWords = new(
        "data-bad-picture-size",
        "Pictures are to become {height} × {width} with {channels} channels. Height and width go from 1 to {largest}, and there is 1 channel (grey) or 3 (colour).",
        "图片要变为 {height} × {width}、{channels} 个通道。高和宽应在 1 到 {largest} 之间，通道数为 1（灰度）或 3（彩色）。");

    public static DataException BadPictureSize(ColumnContext site, Resize size, int largest) => At(
        site, null, BadPictureSizeWords.With(("height", size.Height), ("width", size.Width), ("channels", size.Channels), ("largest", largest)));

    private static readonly MessageTemplate BadNormalizationWords = new(
        "data-bad-normalization",
        "The pictures have {channels} channels. Give one mean and one standard deviation above 0 for each, or none to take them from the training pictures.",
        "图片有 {channels} 个通道。请为每个通道各给出一个平均值和一个大于 0 的标准差，或都不填而由训练图片计算。");

    public static DataException BadNormalization(ColumnContext site, int channels) => At(
        site, null, BadNormalizationWords.With(("channels", channels)));

    private static readonly MessageTemplate BadAugmentationWords = new(
        "data-bad-augmentation",
        "Random changes are possible with crop from 0 to {shortest} pixels, rotation from 0 to 180 degrees and noise from 0 to 1. Correct the values.",
        "随机变化的取值范围：平移裁剪 0 到 {shortest} 像素，旋转 0 到 180 度，噪声 0 到 1。请更正。");

    public static DataException BadAugmentation(ColumnContext site, int shortest) => At(
        site, null, BadAugmentationWords.With(("shortest", shortest - 1)));

    private static readonly MessageTemplate NumberTooLargeWords = new(
        "data-number-too-large",
        "{value} is too large for the network's numbers (about 3.4e38 at most). Correct it, leave the row out, or put the step \"Logarithm\" first.",
        "{value} 超出网络数值的范围（最大约 3.4e38）。请更正该值、去掉这一行，或在最前面添加“对数”步骤。");

    public static DataException NumberTooLarge(ColumnContext site, int row, double value) => At(
        site, row, NumberTooLargeWords.With(("value", Text(value))));

    private static readonly MessageTemplate TooManyClassesWords = new(
        "data-too-many-classes",
        "The column has {found} different values; as categories there may be at most {most}. Set its type to Id, Text or Number.",
        "该列有 {found} 个不同的值，作为类别最多允许 {most} 个。请把类型改为“编号”、“文本”或“数值”。");

    public static DataException TooManyClasses(ColumnContext site, int found, int most) => At(
        site, null, TooManyClassesWords.With(("found", found), ("most", most)));

    private static readonly MessageTemplate TooLargeWords = new(
        "data-too-large.rows",
        "{rows} rows of {width} values do not fit into memory. Use fewer rows (\"limit\"), smaller pictures, shorter texts or fewer classes.",
        "{rows} 行、每行 {width} 个值，内存放不下。请减少行数（“limit”）、缩小图片、缩短文本或减少类别。");

    public static DataException TooLarge(ColumnContext site, long rows, long width) => At(
        site, null, TooLargeWords.With(("rows", rows), ("width", width)));

    private static DataException At(ColumnContext site, int? row, Message what) =>
        DataErrors.At(what, site.File, row is { } r ? site.RowNumber(r) : null, site.Column);

    private static string Example(DateOrder order) => order switch
    {
        DateOrder.DayFirst => "31.12.2015",
        DateOrder.MonthFirst => "12/31/2015",
        DateOrder.NoYear => "12月31日",
        DateOrder.TimeOfDay => "14:30",
        DateOrder.ExcelDays => "42369",
        DateOrder.UnixSeconds => "1451520000",
        DateOrder.UnixMilliseconds => "1451520000000",
        _ => "2015-12-31",
    };

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Shortened(string value) => value.Length <= 40 ? value : string.Concat(value.AsSpan(0, 40), "…");
}

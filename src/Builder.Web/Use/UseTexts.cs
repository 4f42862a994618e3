using Builder.Datasets.Import;
using Builder.Graph;
using Builder.Protocol;

namespace Builder.Web.Use;

/// <summary>What the Use page says.</summary>
internal static class UseTexts
{
    public static Localized Title { get; } = new("Use", "使用");
    public static Localized Lead { get; } = new("Try the model on anything you like.", "输入任意内容，看看模型如何回答。");
    public static Localized EmptyTitle { get; } = new("There is no model to try yet", "还没有可以试用的模型");
    public static Localized EmptyText { get; } = new(
        "Train the model once. Then you can type values, draw or upload a picture, or let it write, and see at once what it answers.",
        "先训练一次模型。之后您可以输入数值、画图、上传图片，或让它续写文字，并立即看到回答。");
    public static Localized AwaitedText { get; } = new(
        "As soon as it is over you can type values, draw or upload a picture, or let it write, and see at once what the model answers.",
        "训练一结束，您就可以输入数值、画图、上传图片，或让它续写文字，并立即看到回答。");
    public static Localized Loading { get; } = new("Waking the model…", "正在加载模型……");
    public static Localized Unforeseen { get; } = new(
        "Something went wrong in Builder itself; its log says what. Try again. If that does not help, choose another run, or train once more.",
        "Builder 自身出了错，详情见日志。请重试；如果仍然不行，请选择其他训练，或重新训练一次。");
    public static Localized Again { get; } = new("Try again", "重试");
    public static Localized Inputs { get; } = new("What you give it", "输入");
    public static Localized Answer { get; } = new("What it answers", "模型的回答");
    public static Localized TestCase { get; } = new("Take a test case", "换一个测试样本");
    public static Localized TestPictures { get; } = new("Or take one of the test pictures", "或者选一张测试图片");
    public static Localized HardlyMatter(int count) => count == 1
        ? new("1 value that hardly matters", "1 项对结果几乎没有影响")
        : new($"{count} values that hardly matter", $"{count} 项对结果几乎没有影响");
    public static Localized InTheData { get; } = new("In the data:", "数据中的真实答案：");
    public static Localized Missing { get; } = new("unknown", "未知");
    public static Localized NeedsNumber { get; } = new("Please enter a number, such as 3.5.", "请输入一个数字，例如 3.5。");
    public static Localized NeedsValue { get; } = new("The model needs this value.", "模型需要这个值。");
    public static Localized MayBeEmpty { get; } = new("May be left empty.", "可以留空。");
    public static Localized Waiting { get; } = new("Fill in the values; the answer appears here at once.", "填好输入后，答案会立即出现在这里。");
    public static Localized WaitingPicture { get; } = new("Draw or choose a picture; the answer appears here at once.", "画一张或选一张图片，答案会立即出现在这里。");
    public static Localized TextHint { get; } = new("Write or paste a text.", "输入或粘贴一段文字。");
    public static Localized DateHint(DateForm form)
    {
        var example = form.Write(new DateTime(2024, 5, 31, 14, 30, 0, DateTimeKind.Unspecified));
        return new($"A date such as {example}.", $"日期，例如 {example}。");
    }

    public static Localized TimeHint { get; } = new("A time of day such as 14:30.", "一天中的时刻，例如 14:30。");
    public static Localized DayHint { get; } = new("A day without a year, such as May 31.", "不带年份的日期，例如 5月31日。");

    public static Localized ManyChoices(int count) => count >= InputDescription.MostCategories
        ? new("Type a part of the name to find it.", "输入名称的一部分即可查找。")
        : new($"{count:N0} to choose from: type a part of the name.", $"共 {count:N0} 个选项，输入名称的一部分即可查找。");


    public static Localized Of(string column) => new($"{column}:", $"{column}：");
    public static Localized Sure(string probability) => new($"{probability} sure", $"把握 {probability}");
    public static Localized NoneOfThem { get; } = new("none of them", "没有任何标签");
    public static Localized And { get; } = new(", ", "、");
    public static Localized From(string probability) => new($"from {probability}", $"{probability} 起");
    public static Localized LabelsHelp { get; } = new(
        "Each label is judged by itself and given from the probability behind it on.", "每个标签单独判断，概率达到右侧的数值即给出该标签。");
    public static Localized CountsFrom(string name, string probability) => new(
        $"Counts as “{name}” from {probability} on.", $"概率达到 {probability} 即判为“{name}”。");
    public static Localized Others { get; } = new("All probabilities", "全部概率");
    public static Localized Took { get; } = new("Answered in", "用时");
    public static Localized NoAnswer { get; } = new("The model gave no number for this.", "模型没有给出数值。");
    public static Localized LooksUsual { get; } = new("Looks usual", "看起来正常");
    public static Localized LooksUnusual { get; } = new("Looks unusual", "看起来异常");
    public static Localized HowUnusual { get; } = new("How unusual:", "异常得分：");
    public static Localized UnusualFrom { get; } = new("called unusual from", "判为异常的阈值为");

    public static Localized Draw { get; } = new("Draw", "画一张");
    public static Localized Upload { get; } = new("Upload", "上传图片");
    public static Localized DrawHere { get; } = new("Draw here with mouse, pen or finger", "用鼠标、触控笔或手指在这里画");
    public static Localized Clear { get; } = new("Clear", "清除");
    public static Localized Undo { get; } = new("Undo stroke", "撤销一笔");
    public static Localized Pen { get; } = new("Pen width", "笔的粗细");
    public static Localized WhatItSees { get; } = new("What the model sees", "模型看到的图片");
    public static Localized ChoosePicture { get; } = new("Choose a picture", "选择图片");
    public static Localized PictureKinds { get; } = new("PNG, JPEG, WebP, GIF, BMP or TIFF, at most 20 MB.", "支持 PNG、JPEG、WebP、GIF、BMP 或 TIFF，最大 20 MB。");
    public static Localized PictureGone { get; } = new(
        "The file of this picture is not there any more. Choose another one.", "这张图片的文件已不存在。请选择另一张。");
    public static Localized UploadFailed { get; } = new(
        "The file did not arrive. Check the connection and try again.", "文件没有传送成功。请检查网络连接后再试。");

    public static Localized Prompt { get; } = new("Beginning of the text", "文字的开头");
    public static Localized PromptHelp { get; } = new("The model goes on from here. It may be empty.", "模型会接着往下写，可以留空。");
    public static Localized Temperature { get; } = new("Daring (temperature)", "大胆程度（温度）");
    public static Localized TemperatureHelp { get; } = new("Low: always the likeliest. High: surprising, more mistakes.", "越低越稳妥，总选最可能的；越高越出人意料，错误也更多。");
    public static Localized Length { get; } = new("Length", "长度");
    public static Localized LengthHelp { get; } = new("Characters or words to add.", "要追加多少个字符或词。");
    public static Localized TopK { get; } = new("Choose among (top-k)", "候选个数（top-k）");
    public static Localized TopKHelp { get; } = new("Only the likeliest so many are drawn from; 0 for all.", "只从最可能的若干个中选取；0 表示不限。");
    public static Localized Write { get; } = new("Let it write", "开始写");
    public static Localized Writing { get; } = new("Writing…", "正在写……");
    public static Localized HowMany { get; } = new("How many pictures", "图片数量");
    public static Localized Paint { get; } = new("Make new pictures", "生成新图片");
    public static Localized Painting { get; } = new("Drawing…", "正在画……");
    public static Localized Generated { get; } = new("Generated picture", "生成的图片");
    public static Localized ReadyToWrite { get; } = new("Press the button, and the text appears here.", "按下按钮，文字就会出现在这里。");
    public static Localized ReadyToPaint { get; } = new("Press the button, and new pictures appear here.", "按下按钮，新图片就会出现在这里。");

    public static Localized Series { get; } = new("The latest rows", "最近的数据");
    public static Localized Stretch { get; } = new("Which stretch of the data", "选取数据中的哪一段");
    public static Localized SeriesHelp(int length) => new(
        $"The model looks at {length} rows in order of time, the latest at the bottom. Change any value to see what it does to the answer.",
        $"模型会查看按时间排列的 {length} 行数据，最新的在最下面。改动任意数值，看看答案会怎样变化。");
    public static Localized NoSeries { get; } = new(
        "The project's own rows cannot be shown here. Predict for a file below.", "无法在这里显示项目自身的数据。请在下方用文件预测。");
    public static Localized Ago { get; } = new("Row", "行");

    public static Localized FileTitle { get; } = new("Predict for a whole file", "对整个文件进行预测");
    public static Localized FileHelp { get; } = new(
        "A table (CSV, Excel, OpenDocument, JSON, Parquet) with the same columns as the training data; the answer's column is not needed. You get a CSV file back with the predictions beside your columns.",
        "选择一个表格文件（CSV、Excel、OpenDocument、JSON、Parquet），各列与训练数据相同，可以没有答案列。结果是一个 CSV 文件，在原有各列之后附上预测结果。");
    public static Localized NeededColumns { get; } = new("Columns:", "需要的列：");
    public static Localized ChooseFile { get; } = new("Choose a table", "选择表格文件");
    public static Localized Predicting { get; } = new("Predicting…", "正在预测……");
    public static Localized GetResult { get; } = new("Download the result", "下载结果");
    public static Localized FileDone(int predicted, int rows) => predicted == rows
        ? new($"Done: {Scores.Figures.Count(rows)} rows have a prediction.", $"完成：{Scores.Figures.Count(rows)} 行全部得到预测。")
        : new($"Done: {Scores.Figures.Count(predicted)} of {Scores.Figures.Count(rows)} rows have a prediction.",
            $"完成：{Scores.Figures.Count(rows)} 行中有 {Scores.Figures.Count(predicted)} 行得到预测。");
    public static Localized FileLearned { get; } = new(
        "Rows that the model has learned from make this look better than it is.", "如果其中有模型学过的行，这个成绩会偏高。");
    public static Localized FileStrange(int rows) => rows == 1
        ? new("In one more row it holds something that the model never answers.", "另有 1 行的值是模型不会给出的回答，未计入。")
        : new($"In {Scores.Figures.Count(rows)} more rows it holds something that the model never answers.", $"另有 {Scores.Figures.Count(rows)} 行的值是模型不会给出的回答，未计入。");
    public static Localized PicturesTitle { get; } = new("Predict for many pictures", "对多张图片进行预测");
    public static Localized PicturesHelp { get; } = new(
        "A zip file of pictures. You get a CSV file back with the name of each picture and its prediction.",
        "选择一个图片压缩包（zip）。结果是一个 CSV 文件，列出每张图片的名称和预测结果。");
    public static Localized ChooseZip { get; } = new("Choose a zip file", "选择 zip 文件");
    public static Localized PicturesDone(int predicted, int all) => predicted == all
        ? new($"Done: {Scores.Figures.Count(all)} pictures have a prediction.", $"完成：{Scores.Figures.Count(all)} 张图片全部得到预测。")
        : new($"Done: {Scores.Figures.Count(predicted)} of {Scores.Figures.Count(all)} pictures have a prediction.",
            $"完成：{Scores.Figures.Count(all)} 张图片中有 {Scores.Figures.Count(predicted)} 张得到预测。");
    public static Localized RowRemark(int row, Localized words) => new($"Row {row}: {words.En}", $"第 {row} 行：{words.Zh}");
    public static Localized FirstRows { get; } = new("The first rows", "前几行");

    public static Localized Range(string low, string high, string unit) => new(
        $"Usually {low} to {high}{unit} in the data.", $"数据中一般在 {low} 到 {high}{unit} 之间。");
    public static Localized OutOfRange { get; } = new(
        "Outside what the model has learned from: do not trust the answer too much.", "超出了模型学过的范围，这个回答不宜全信。");
    public static Localized OutsideNumber(string name, string value, string least, string most) => new(
        $"“{name}”: {value} lies outside what the model has learned from ({least} to {most}). Do not trust this answer too much.",
        $"“{name}”：{value} 超出了模型学过的范围（{least} 到 {most}），这个回答不宜全信。");
    public static Localized OutsideValue(string name, string value) => new(
        $"“{name}”: the model has never learned from “{value}”. Do not trust this answer too much.",
        $"“{name}”：模型没有学过“{value}”，这个回答不宜全信。");
    public static Localized Filled(string names, string namesZh, int count) => new(
        $"{names} {(count == 1 ? "is" : "are")} empty and {(count == 1 ? "was" : "were")} filled in as in training.", $"{namesZh}为空，已按训练时的方式填补。");
    public static Localized OtherPicture(string ways, string waysZh) => new(
        $"The picture is unlike those that the model was tested with: {ways}. Do not trust this answer too much.",
        $"这张图片与测试模型所用的图片很不一样：{waysZh}，这个回答不宜全信。");
    public static Localized Smoother { get; } = new("smoother", "更平滑");
    public static Localized Rougher { get; } = new("rougher", "更杂乱");
    public static Localized Darker { get; } = new("darker", "更暗");
    public static Localized Lighter { get; } = new("lighter", "更亮");
    public static Localized Paler { get; } = new("with less contrast", "对比更弱");
    public static Localized Starker { get; } = new("with more contrast", "对比更强");
    public static Localized Greyer { get; } = new("with less colour", "色彩更淡");
    public static Localized MoreColourful { get; } = new("more colourful", "色彩更多");
    public static Localized MoreDoubts(int count) => new($"and {count} more such {(count == 1 ? "value" : "values")}", $"以及另外 {count} 个这样的值");
}

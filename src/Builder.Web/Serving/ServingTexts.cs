using Builder.Graph;
using Builder.Web.Scores;

namespace Builder.Web.Serving;

/// <summary>What visitors of a published model read.</summary>
internal static class ServingTexts
{
    public static Localized Ask { get; } = new("Ask the model", "提交");
    public static Localized NotStored { get; } = new(
        "What you give is sent to the model for its answer and is not stored.", "您填写的内容只用于得出这次回答，不会被保存。");
    public static Localized NoAnswer { get; } = new("The model gave no answer to this.", "模型没有给出回答。");
    public static Localized Of(string field, Localized words) => new($"“{field}”: {words.En}", $"“{field}”：{words.Zh}");
    public static Localized NotReached { get; } = new(
        "The answer did not arrive. Check the connection and try again.", "没有收到回答。请检查网络连接后再试。");

    public static Localized Version(int number, DateTime published)
    {
        var day = Figures.When(published, DateTime.Now);
        return new($"Version {number} of the model, published {day.En}.", $"模型第 {number} 版，发布于{day.Zh}。");
    }

    public static Localized UnknownTitle { get; } = new("There is no model here", "这里没有模型");
    public static Localized Unknown { get; } = new(
        "No model is published at this address. Check the link, or ask whoever gave it to you.", "这个地址没有发布模型。请检查链接，或询问给您链接的人。");
    public static Localized OffTitle { get; } = new("This model is switched off", "这个模型已停用");
    public static Localized Off { get; } = new(
        "Whoever published it has switched it off for now. Ask them when it is back.", "发布者暂时停用了它。请向发布者询问何时恢复。");

    public static Localized Password { get; } = new("Password", "密码");
    public static Localized PasswordHelp { get; } = new(
        "Whoever gave you the link knows the password.", "给您链接的人知道密码。");
    public static Localized WrongPassword { get; } = new("This is not the password. Try again.", "密码不正确，请重试。");
    public static Localized Enter { get; } = new("Continue", "继续");

    public static Localized PredictFile { get; } = new("Predict and download", "预测并下载结果");
    public static Localized NoTableTitle { get; } = new("This file cannot be used", "无法使用这个文件");
    public static Localized NoTable { get; } = new("No table arrived. Go back, choose a file and try again.", "没有收到表格。请返回，选择文件后再试。");
    public static Localized Back { get; } = new("Back to the model", "返回模型");

    public static Localized BadForm { get; } = new(
        "The form did not arrive as it was sent. Reload the page and try again.", "表单没有完整送达。请刷新页面后重试。");
    public static Localized KeyNeeded { get; } = new(
        "This model answers programs only with a key: send it as “Authorization: Bearer KEY”. Whoever published the model makes keys.",
        "程序需要密钥才能使用这个模型：请以“Authorization: Bearer 密钥”发送。密钥由模型的发布者生成。");
    public static Localized WrongKey { get; } = new(
        "This key does not hold for this model, or no longer. Ask whoever published it for another one.", "这个密钥不适用于此模型，或已失效。请向发布者索取新的密钥。");
    public static Localized KeyTooOften { get; } = new(
        "This key was used too often in a short time. Wait a minute and try again, or send many rows at once.", "这个密钥在短时间内使用过多。请等一分钟后再试，或一次发送多行。");
    public static Localized BadJson { get; } = new(
        "This is not JSON. Send an object for one row, or an array of objects for many.", "这不是有效的 JSON。一行数据请发送一个对象，多行请发送对象数组。");
    public static Localized NotUnderstood { get; } = new(
        "The kind of content is not known. Send application/json, text/csv, or image/png and alike for a picture, as Content-Type.",
        "无法识别内容类型。请在 Content-Type 中写明 application/json、text/csv，图片则写 image/png 等。");
    public static Localized PictureNeeded { get; } = new(
        "This model reads pictures. Send one picture as it is, with a Content-Type such as image/png.", "这个模型读取图片。请直接发送一张图片，Content-Type 写 image/png 等。");
    public static Localized RowsNeeded { get; } = new(
        "This model reads values, not one picture alone. Send them as JSON.", "这个模型读取的是数值，而不是单张图片。请以 JSON 发送。");
    public static Localized NoRows { get; } = new("There is no row in it.", "其中没有任何行。");
    public static Localized NoRow { get; } = new("A row is an object: a value for each field.", "每一行应是一个对象，给出各字段的值。");
    public static Localized TooManyRows(int most) => new(
        $"At most {Figures.Count(most)} rows can be sent at a time. Send them in parts.", $"每次最多发送 {Figures.Count(most)} 行，请分批发送。");
    public static Localized UnknownField { get; } = new("The model reads no field of this name.", "模型不读取这个名称的字段。");
    public static Localized NoValue { get; } = new("A value is a text, a number, true, false or null.", "值只能是文本、数字、true、false 或 null。");

    public static Localized Bad(Api.FieldProblem first) => first.Field is { } field
        ? new($"Row {first.Row}, “{field}”: {first.Words.En}", $"第 {first.Row} 行“{field}”：{first.Words.Zh}") : new($"Row {first.Row}: {first.Words.En}", $"第 {first.Row} 行：{first.Words.Zh}");

    public static Localized TooLarge(long megabytes) => new(
        $"This is too large: at most {megabytes} MB can be sent at a time.", $"内容过大：每次最多 {megabytes} MB。");
}

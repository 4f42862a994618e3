using Builder.Graph.Messages;

namespace Builder.Graph.Json;

/// <summary>What can be wrong with a project file, and the parts of these words.</summary>
internal static class ProjectFileMessages
{
    public static readonly MessageTemplate ABlock = new("json-a-block", "A block", "模块");

    public static readonly MessageTemplate AGroup = new("json-a-group", "A group", "分组");

    public static readonly MessageTemplate ALink = new("json-a-link", "A link", "连线");

    public static readonly MessageTemplate ANote = new("json-a-note", "A note", "便签");

    public static readonly MessageTemplate AProject = new("json-a-project", "A project", "项目");

    public static readonly MessageTemplate AtLine = new("json-at-line", "Line {line}, column {column}: {what}", "第 {line} 行第 {column} 列：{what}");

    public static readonly MessageTemplate AtPath = new(
        "json-at-path",
        "Line {line}, column {column} ({path}): {what}",
        "第 {line} 行第 {column} 列（{path}）：{what}");

    public static readonly MessageTemplate AtPathOnly = new("json-at", "{path}: {what}", "{path}：{what}");

    public static readonly MessageTemplate BadLink = new(
        "BadLink",
        "“{text}” does not name a port. Write it as block.port, for example linear.output.",
        "“{text}”不是有效的端口。请写成“模块.端口”，例如 linear.output。");

    public static readonly MessageTemplate BadOldFormat = new(
        "BadOldFormat",
        "The project says it is of format {format}, but is not: {message}",
        "该项目声明为格式 {format}，但内容不符：{message}");

    public static readonly MessageTemplate Coordinate = new("json-coordinate", "a number of at most {canvas:0}", "绝对值不超过 {canvas:0} 的数");

    public static readonly MessageTemplate DuplicateId = new(
        "DuplicateId",
        "The id “{item}” is taken by an earlier entry. Give this one another id.",
        "编号“{item}”已被前面的条目使用。请换一个编号。");

    public static readonly MessageTemplate DuplicateLink = new(
        "DuplicateLink",
        "Two links end at place {slot} of {to}. Remove one of them.",
        "有两条连线都接到 {to} 的第 {slot} 个位置。请移除其中一条。");

    public static readonly MessageTemplate DuplicateProperty = new(
        "DuplicateProperty",
        "“{name}” stands here for the second time. Keep one of them.",
        "“{name}”在这里重复出现。请只保留一个。");

    public static readonly MessageTemplate EmptyFile = new(
        "NotJson.empty",
        "The project file is empty. Restore it from a copy, or start a new project.",
        "项目文件是空的。请从备份恢复，或新建项目。");

    public static readonly MessageTemplate FileTooLarge = new(
        "FileTooLarge",
        "The project file has {length} MB; at most {fileBytes} MB can be read. Data belongs into files of its own.",
        "项目文件有 {length} MB，最多只能读取 {fileBytes} MB。请把数据放在单独的文件里。");

    public static readonly MessageTemplate List = new("json-list", "a list [ ]", "列表 [ ]");

    public static readonly MessageTemplate ListTooLong = new(
        "ListTooLong",
        "The list has {count} values; at most {listLength} fit.",
        "列表有 {count} 个值，最多 {listLength} 个。");

    public static readonly MessageTemplate MissingProperty = new("MissingProperty", "“{name}” is missing here.", "此处缺少“{name}”。");

    public static readonly MessageTemplate NewerFormat = new(
        "NewerFormat",
        "The project was made by a newer version (format {format}; this version reads up to {currentFormat}). Update this program to open it.",
        "该项目由更新的版本创建（格式 {format}，当前版本最高支持 {currentFormat}）。请更新本程序后再打开。");

    public static readonly MessageTemplate NoFormat = new(
        "MissingProperty.format",
        "“format” is missing: this is not a project file.",
        "缺少“format”：这不是项目文件。");

    public static readonly MessageTemplate NoParameterValue = new(
        "WrongType.parameter",
        "A parameter is a number, a text, true or false, or a plain list of these. Leave it out for its usual value.",
        "参数应为数值、文本、true 或 false，或由它们组成的普通列表。要使用默认值，请省略该参数。");

    public static readonly MessageTemplate NotABraceDataSet = new("BadData", "A data set must stand in braces { }.", "数据集必须写在花括号 { } 中。");

    public static readonly MessageTemplate NotInBraces = new("WrongType.braces", "{what} must stand in braces { }.", "{what}必须写在花括号 { } 中。");

    public static readonly MessageTemplate NotJson = new("NotJson", "This is not JSON: {cause} Look at the commas, quotes and brackets nearby.", "从这里起不是有效的 JSON（{cause}）。请检查附近的逗号、引号和括号。");

    public static readonly MessageTemplate NotOnClipboard = new(
        "NotOnClipboard",
        "There are no blocks on the clipboard. Select some, copy them, and paste again.",
        "剪贴板中没有模块。请先选中并复制模块，再粘贴。");

    public static readonly MessageTemplate NotOneOf = new(
        "BadData.choice",
        "“{text}” is not possible for “{name}”. Possible: {possible}.",
        "“{name}”不能是“{text}”。可选：{possible}。");

    public static readonly MessageTemplate NotPossible = new("BadData.value", "“{text}” is not possible for “{name}”.", "“{name}”不能是“{text}”。");

    public static readonly MessageTemplate NullValue = new("BadData.null", "A value is missing here: null is not possible.", "此处缺少值，不能为 null。");

    public static readonly MessageTemplate NumberTooLarge = new(
        "NumberTooLarge",
        "{shown} is larger than any number that can be used.",
        "{shown} 超出了可用数值的范围。");

    public static readonly MessageTemplate Parameters = new("json-parameters", "Parameters", "参数");

    public static readonly MessageTemplate QuotedText = new("json-quoted-text", "a text in quotes", "带引号的文本");

    public static readonly MessageTemplate TooDeep = new(
        "TooDeep",
        "Brackets stand within brackets more than {fileDepth} times. No project needs that: the file is damaged or not a project.",
        "括号嵌套超过 {fileDepth} 层。正常的项目不会这样：文件已损坏，或者不是项目文件。");

    public static readonly MessageTemplate TooMany = new(
        "TooMany",
        "There are {count} entries under “{name}”; a project has at most {limit}.",
        "“{name}”下有 {count} 项；一个项目最多 {limit} 项。");

    public static readonly MessageTemplate TooManyDataSets = new(
        "WrongType.data",
        "“data” must be a list of at most {dataSets} data sets.",
        "“data”应为数据集列表，最多 {dataSets} 个。");

    public static readonly MessageTemplate TooManyValues = new(
        "FileTooLarge.values",
        "The project file holds more than {fileTokens} values. Data belongs into files of its own.",
        "项目文件中的值超过 {fileTokens} 个。请把数据放在单独的文件里。");

    public static readonly MessageTemplate TrueOrFalse = new("json-true-or-false", "true or false", "true 或 false");

    public static readonly MessageTemplate TwoNumbers = new("json-two-numbers", "two numbers [x, y]", "两个数 [x, y]");

    public static readonly MessageTemplate UnknownFormat = new(
        "UnknownFormat",
        "There is no format {format}. The oldest is 1.",
        "没有格式 {format}。最早的格式是 1。");

    public static readonly MessageTemplate UnknownName = new("BadData.unknown", "“{name}” is not known here.", "此处不认识“{name}”。");

    public static readonly MessageTemplate UnknownProperty = new("UnknownProperty", "“{name}” is not known here.{hint}", "此处不认识“{name}”。{hint}");

    public static readonly MessageTemplate WholeNumber = new("json-whole-number", "a whole number", "整数");

    public static readonly MessageTemplate WrongType = new("WrongType", "“{value}” must be {expected}.", "“{value}”应为{expected}。");

    public static readonly MessageTemplate WrongValueType = new("BadData.type", "The value of “{name}” is of the wrong type.", "“{name}”的值类型不对。");
}

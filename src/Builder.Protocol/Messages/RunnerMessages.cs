using Builder.Graph.Messages;

namespace Builder.Protocol.Messages;

/// <summary>
/// What a runner can have to say of its commands, and of failures that none of its parts explains.
/// </summary>
// The words say what each stands for; a summary could only repeat them.
#pragma warning disable CS1591
public static class RunnerMessages
{
    public static readonly MessageTemplate Busy = new(
        "Busy",
        "This runner already has its task. Start another runner for another run or model.",
        "该运行器已有任务。请为其他训练或模型另外启动一个运行器。");

    public static readonly MessageTemplate DiskFull = new(
        "DiskFull.output",
        "The disk is full: the output could not be written. Free some space and try again.",
        "磁盘空间已满，无法写入输出内容。请清理出空间后重试。");

    public static readonly MessageTemplate EvaluationNotWritten = new(
        "evaluation-not-written",
        "The model is saved, but its evaluation could not be written: {cause}",
        "模型已保存，但评估结果无法写入：{cause}");

    public static readonly MessageTemplate ExplanationGivenUp = new(
        "explanation-given-up",
        "Nobody waited for the answer any more, so it was not worked out to its end. Ask again.",
        "已没有人等待该回答，因此计算中途停止。请重新询问。");

    public static readonly MessageTemplate ExplanationUnknownColumn = new(
        "explanation-unknown-column",
        "The model reads no column “{name}”. It reads {known:“”}.",
        "模型不读取“{name}”这一列。它读取的有{known:“”}。");

    public static readonly MessageTemplate ColumnNotVaried = new(
        "column-not-varied",
        "“{name}” holds neither numbers nor categories, so nothing else can be tried in its place.",
        "“{name}”既不是数字也不是类别，无法换成别的值来试。");

    public static readonly MessageTemplate FileFailed = new("Storage", "A file could not be read or written: {cause}", "文件无法读取或写入：{cause}");

    public static readonly MessageTemplate InternalFault = new(
        "InternalFault",
        "Builder made a mistake and stopped. Nothing half-written was kept. The details are in {file}; please send them to the makers.",
        "Builder 自身出错并已停止，没有留下写了一半的文件。详细信息在 {file}，请反馈给开发者。");

    public static readonly MessageTemplate Interrupted = new(
        "Interrupted",
        "The run was interrupted. What it has learned so far is kept, and it can go on from there.",
        "训练被中断。已学到的内容已保存，可以从这里继续。");

    public static readonly MessageTemplate ModelGenerates = new(
        "Usage.generates",
        "This model generates: it has nothing to predict from rows or pictures.",
        "本模型用于生成内容，不能根据表格或图片进行预测。");

    public static readonly MessageTemplate ModelPredicts = new(
        "Usage.predicts",
        "This model does not generate anything: give it rows or pictures.",
        "本模型不能生成内容：请提供表格或图片。");

    public static readonly MessageTemplate NeedsRows = new(
        "Usage.pictures",
        "This model needs more than a picture: give it rows.",
        "本模型需要的不只是图片：请提供表格数据。");

    public static readonly MessageTemplate NoAccess = new("NoAccess", "No permission: {cause}", "没有权限：{cause}");

    public static readonly MessageTemplate NoLibtorch = new(
        "NoLibtorch",
        "libtorch could not be loaded. Run ./builder doctor to see what is missing. ({cause})",
        "无法加载 libtorch。请运行 ./builder doctor 查看缺少什么。（{cause}）");

    public static readonly MessageTemplate NoModel = new("NoModel.runner", "No model is loaded yet.", "尚未加载模型。");

    public static readonly MessageTemplate NoPictureFolder = new(
        "Usage.folder",
        "It is not said where the pictures shall be written.",
        "没有指定图片的保存位置。");

    public static readonly MessageTemplate NoSuchDevice = new(
        "Usage.device",
        "There is no device “{name}”. Choose auto, cpu or cuda.",
        "没有名为“{name}”的设备。请选择 auto、cpu 或 cuda。");

    public static readonly MessageTemplate NotACommand = new(
        "NotACommand",
        "This is no command that the runner knows: {line}",
        "这不是运行器认识的命令：{line}");

    public static readonly MessageTemplate NothingTrained = new("NoRun.runner", "Nothing is being trained.", "当前没有训练。");

    public static readonly MessageTemplate PictureMemory = new(
        "picture-memory",
        "There is not enough memory for this picture. Make it smaller first.",
        "内存不足，无法读取这张图片。请先缩小它。");

    public static readonly MessageTemplate TableMemory = new(
        "table-memory",
        "This file needs more memory than one table may take, so reading it was stopped. Save only the rows and columns that you need as CSV, and choose that file.",
        "读取该文件所需的内存超过单个表格的上限，已停止读取。请只保留需要的行和列，另存为 CSV 后再选择。");

    public static readonly MessageTemplate TableUnreadable = new(
        "table-unreadable",
        "This file cannot be read as a table ({name}). Open it in the program that made it, save it as CSV, and choose that file.",
        "无法把该文件作为表格读取（{name}）。请用生成它的程序打开，另存为 CSV 后再选择。");

    public static readonly MessageTemplate PictureUnreadable = new(
        "picture-unreadable",
        "The pictures cannot be read ({name}). Replace them with PNG or JPEG files.",
        "无法读取图片（{name}）。请换成 PNG 或 JPEG 文件。");

    public static readonly MessageTemplate RowsAtATime = new(
        "Usage.rows",
        "Give at least one row or picture, and at most {mostRows:N0} at a time.",
        "请至少提供一行数据或一张图片，每次最多 {mostRows:N0} 个。");

    public static readonly MessageTemplate Stopped = new(
        "Stopped",
        "Stopped before the training began; nothing was saved.",
        "在训练开始之前已停止，没有保存任何内容。");

    public static readonly MessageTemplate ValueMissing = new("Usage.value", "The model needs a value for “{name}”.", "模型需要“{name}”的值。");

    public static readonly MessageTemplate ValueOfRowMissing = new(
        "Usage.row",
        "Row {row} has no value for “{name}”, which the model needs.",
        "第 {row} 行缺少模型需要的“{name}”。");

    public static readonly MessageTemplate NoInput = new("NoInput", "There is no file “{path}”.", "找不到文件“{path}”。");

    public static readonly MessageTemplate ResumedWithOtherOptions = new(
        "OtherRun.options",
        "{reason} If it was begun without {given}, or with other values, resume it with just those.",
        "{reason}如果开始训练时没有使用 {given}，或用的是别的值，请按当时的选项继续。");

    public static readonly MessageTemplate ResumedWithoutOptions = new(
        "OtherRun.none",
        "{reason} If it was begun with --seed or --set, give the same again.",
        "{reason}如果开始训练时使用了 --seed 或 --set，请再次给出相同的选项。");
}

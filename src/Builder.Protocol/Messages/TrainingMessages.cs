using Builder.Graph.Messages;

namespace Builder.Protocol.Messages;

/// <summary>
/// What a training, a checkpoint or a saved model can have to say. The codes stand in run folders and travel to the server, which knows the words without knowing the engine.
/// </summary>
// The words say what each stands for; a summary could only repeat them.
#pragma warning disable CS1591
public static class TrainingMessages
{
    public static readonly MessageTemplate BestMissing = new(
        "checkpoint-missing.best",
        "The file \"{file}\" is missing. It holds the weights of the best epoch; without it, later ones would be saved as the best model. Put it back from a copy, or start a new run.",
        "缺少文件“{file}”。其中保存着最佳一轮的权重；没有它，就会把后来的权重当作最佳模型保存。请用副本恢复该文件，或重新开始训练。");

    public static readonly MessageTemplate Block = new("block-quoted", "“{name}”", "“{name}”");

    public static readonly MessageTemplate BlockFailed = new(
        "BlockFailed",
        "{what} could not be computed: {first} Check its parameters and what is connected to it.",
        "{what}无法计算：{first} 请检查它的参数和连接。");

    public static readonly MessageTemplate CheckpointDamaged = new(
        "checkpoint-damaged",
        "The file \"{file}\" is damaged: {what}. Take another copy of it or an earlier checkpoint, or train again.",
        "文件“{file}”已损坏：{what}。请使用其他副本或较早的检查点，或重新训练。");

    public static readonly MessageTemplate CheckpointDiskFull = new(
        "disk-full",
        "\"{file}\" could not be saved, because the disk is full. What was there before is unchanged. Free some space and try again.",
        "磁盘空间已满，无法保存“{file}”。原有文件没有改变。请清理出空间后重试。");

    public static readonly MessageTemplate CheckpointMissing = new(
        "checkpoint-missing",
        "The file \"{file}\" does not exist. Check its name and folder.",
        "找不到文件“{file}”。请检查文件名和所在文件夹。");

    public static readonly MessageTemplate CheckpointNotWritten = new(
        "checkpoint-not-written",
        "\"{file}\" could not be saved ({cause}). What was there before is unchanged. Check that the folder exists and may be written to.",
        "无法保存“{file}”（{cause}）。原有文件没有改变。请检查文件夹是否存在以及是否有写入权限。");

    public static readonly MessageTemplate CheckpointTooLarge = new(
        "checkpoint-too-large",
        "The file \"{file}\" does not fit into memory. Close other programs, use a smaller model, or a machine with more memory.",
        "内存不足，无法载入文件“{file}”。请关闭其他程序、使用更小的模型，或换用内存更大的机器。");

    public static readonly MessageTemplate CheckpointUnreadable = new(
        "checkpoint-unreadable",
        "The file \"{file}\" cannot be read ({cause}). Check that it may be read, then try again.",
        "无法读取文件“{file}”（{cause}）。请检查读取权限，然后重试。");

    public static readonly MessageTemplate CheckpointUnsupported = new(
        "checkpoint-unsupported",
        "The file \"{file}\" cannot be used here: {what}.",
        "无法在此使用文件“{file}”：{what}。");

    public static readonly MessageTemplate CutShort = new(
        "damage-cut-short",
        "it ends too early, or is no safetensors file",
        "文件不完整，或不是 safetensors 文件");

    public static readonly MessageTemplate DamagedBundle = new(
        "DamagedBundle",
        "“{summary}” is damaged. Train the model again or restore the folder from a copy.",
        "“{summary}”已损坏。请重新训练，或从备份恢复该文件夹。");

    public static readonly MessageTemplate DamagedDocument = new(
        "DamagedBundle.document",
        "“{file}” is damaged: {what} Train the model again or restore the folder from a copy.",
        "“{file}”已损坏：{what}请重新训练，或从备份恢复该文件夹。");

    public static readonly MessageTemplate DataLeftOver = new(
        "damage-data-left-over",
        "there is data in it that belongs to no tensor",
        "其中含有不属于任何张量的数据");

    public static readonly MessageTemplate DocumentHasProblem = new(
        "DamagedBundle.problem",
        "The network in “{path}” cannot be computed ({code}). Train the model again or restore the folder from a copy.",
        "“{path}”中的网络无法计算（{code}）。请重新训练，或从备份恢复该文件夹。");

    public static readonly MessageTemplate FolderInUse = new(
        "FolderInUse.training",
        "The folder “{path}” is in use by a training that is still running. Wait until that one ends, or stop it first; a new training needs another folder.",
        "文件夹“{path}”正在被另一个仍在运行的训练使用。请等它结束，或先停止它；要开始新的训练，请使用其他文件夹。");

    public static readonly MessageTemplate ExplanationDataChanged = new(
        "explanation-data-changed",
        "The data have changed since this model was trained, and why it answers so is told beside rows that it has learned from. Train again, and ask the new model.",
        "训练之后数据有改动，而回答的原因要与模型学过的行相比才能说明。请重新训练，然后询问新模型。");

    public static readonly MessageTemplate ExplanationNoClasses = new(
        "explanation-no-classes",
        "“{output}” is a number and has no classes. Ask without a class.",
        "“{output}”是数值，没有类别。请不要指定类别。");

    public static readonly MessageTemplate ExplanationNoNumber = new(
        "explanation-no-number",
        "The model gives no number for this row, or for rows like it, so there is nothing to explain. Try other values, or train again with a smaller learning rate.",
        "对这一行或类似的行，模型没有给出数值，因此没有可说明的内容。请换一些数值，或用更小的学习率重新训练。");

    public static readonly MessageTemplate ExplanationNotForThisModel = new(
        "explanation-not-for-this-model",
        "Why it answers so can be told of models that read the columns of a table row by row. This is none.",
        "只有逐行读取表格各列的模型才能说明回答的原因。本模型不属于这一类。");

    public static readonly MessageTemplate ExplanationTooSlow = new(
        "explanation-too-slow",
        "This model computes too slowly: within {seconds} seconds it could not be told why it answers so. Train with fewer columns or a smaller network.",
        "模型计算较慢：{seconds} 秒内无法得出回答的原因。请减少列数，或使用更小的网络。");

    public static readonly MessageTemplate ExplanationUnknownClass = new(
        "explanation-unknown-class",
        "The model knows no class “{name}”. It knows {known:“”}.",
        "模型没有类别“{name}”。它认识的有{known:“”}。");

    public static readonly MessageTemplate ExplanationUnknownOutput = new(
        "explanation-unknown-output",
        "The model predicts no “{output}”. It predicts {known:“”}.",
        "模型不预测“{output}”。它预测的有{known:“”}。");

    public static readonly MessageTemplate ImportanceDataChanged = new(
        "importance-data-changed",
        "The data have changed since this model was trained, so the rows that were held back from it are no longer known. Train again; what matters is measured with it.",
        "训练之后数据有改动，已无法确定当时留出的是哪些行。请重新训练，训练时会一并测量哪些列起作用。");

    public static readonly MessageTemplate ImportanceNothingHeldBack = new(
        "importance-nothing-held-back",
        "No rows were held back from this model, and on rows that it has learned from nobody can tell what matters. Hold some back on the Data page and train again.",
        "这个模型没有留出任何行，而在学过的行上看不出哪些列起作用。请在“数据”页留出一部分行，然后重新训练。");

    public static readonly MessageTemplate ImportanceNotForThisModel = new(
        "importance-not-for-this-model",
        "What matters can be measured for models that read columns of a table or texts and tell one class, quantity or set of labels of each row. This is none.",
        "只有读取表格列或文本、并为每一行给出类别、数值或标签的模型才能测量哪些列起作用。本模型不属于这一类。");

    public static readonly MessageTemplate ImportanceTooSlow = new(
        "importance-too-slow",
        "This model computes too slowly for so many columns: within {seconds} seconds no column could be tried twice. Train with fewer columns or a smaller network.",
        "列太多而模型计算较慢：{seconds} 秒内无法把每一列都试两遍。请减少列数，或使用更小的网络。");

    public static readonly MessageTemplate HeaderChanged = new(
        "damage-header-changed",
        "the list of its contents was changed after it was saved",
        "其内容目录在保存之后被改动过");

    public static readonly MessageTemplate HeaderNotUnderstood = new(
        "damage-header",
        "the list of its contents cannot be understood at \"{place}\"",
        "其内容目录在“{place}”处无法识别");

    public static readonly MessageTemplate HeaderTooLong = new(
        "damage-header-too-long",
        "the list of its contents would be longer than such a file can have",
        "其内容目录的长度超出了格式允许的范围");

    public static readonly MessageTemplate LossExploded = new(
        RunFaults.LossExploded,
        "Training stopped after epoch {epoch}: the loss of “{name}” ({loss}) grows instead of shrinking, from {from} at the start to {to}. The learning rate of {rate} is most likely too large, so that every step overshoots; a tenth of it usually helps.",
        "训练在第 {epoch} 轮之后停止：“{name}”（{loss}）的损失不降反升，从开始时的 {from} 涨到了 {to}。很可能是学习率 {rate} 太大，每一步都走过了头；通常减小到十分之一就好。");

    public static readonly MessageTemplate LossNotFinite = new(
        RunFaults.LossNotFinite,
        "Training stopped at the end of epoch {epoch}: the loss of “{name}” ({loss}) is not a number any more. A smaller learning rate, gradient clipping, or standardised inputs usually help.",
        "训练在第 {epoch} 轮结束时停止：“{name}”（{loss}）的损失已不是有效数值。通常可以减小学习率、启用梯度裁剪，或对输入做标准化。");

    public static readonly MessageTemplate ModelTooLarge = new(
        "ModelTooLarge",
        "The model has {values:N0} weights and needs about {needed:N0} GB to train, but this machine has {free:N0} GB. Use fewer units or channels in its largest layers.",
        "模型有 {values:N0} 个可训练参数，训练约需 {needed:N0} GB 内存，而本机只有 {free:N0} GB。请减少最大几层的单元数或通道数。");

    public static readonly MessageTemplate NewerBundle = new(
        "NewerBundle",
        "“{summary}” was made by a newer version of Builder. Update Builder to use it.",
        "“{summary}”由更新版本的 Builder 生成。请升级 Builder 后使用。");

    public static readonly MessageTemplate NoCheckpoint = new(
        "NoCheckpoint",
        "“{path}” has no checkpoint to go on from. Name the folder of an interrupted run, or start a new one.",
        "“{path}”中没有可继续的检查点。请指定一个被中断的训练文件夹，或重新开始训练。");

    public static readonly MessageTemplate NoChecksums = new(
        "damage-no-checksums",
        "it carries no checksums, as every file saved here does",
        "其中缺少校验值，而在此保存的文件都带有校验值");

    public static readonly MessageTemplate NoData = new(
        "NoData",
        "The model reads no data. Add an input block and choose its columns.",
        "模型没有读取任何数据。请添加输入模块并选择列。");

    public static readonly MessageTemplate NoGpu = new(
        "NoGpu",
        "This machine has no GPU that libtorch can use. Train with --device cpu, or build with BUILDER_TORCH=cuda, which takes libtorch with CUDA.",
        "本机没有 libtorch 可用的 GPU。请使用 --device cpu 训练，或在构建时设置 BUILDER_TORCH=cuda，以使用支持 CUDA 的 libtorch。");

    public static readonly MessageTemplate NotABundle = new(
        "NotABundle",
        "“{path}” is not a model: it has no {missing}. Give the folder called “bundle” that a finished training names.",
        "“{path}”不是模型：缺少 {missing}。请指定训练完成时给出的“bundle”文件夹。");

    public static readonly MessageTemplate NothingToPredict = new(
        "NothingToPredict",
        "This model tells nothing of new rows: it has neither a target nor an Output block. Add an Output block where the values of interest come out, and train it again.",
        "本模型对新数据没有可输出的结果：既没有目标，也没有“输出”模块。请在需要结果的位置加上“输出”模块，然后重新训练。");

    public static readonly MessageTemplate OnnxLoss = new(
        "onnx-loss", "it is a loss, which is only computed while a model learns", "它是损失，只在训练时计算");

    public static readonly MessageTemplate OnnxMissing = new(
        "onnx-missing",
        "This model cannot be written as ONNX because of {block}: {reason}. Replace the block and train again, or use the model here.",
        "无法导出为 ONNX，原因在于{block}：{reason}。请替换该模块并重新训练，或直接在这里使用模型。");

    public static readonly MessageTemplate OnnxTooLarge = new(
        "onnx-too-large",
        "This model is too large for one ONNX file, which may have 2 GB. Make it smaller and train again, or use the model here.",
        "模型太大，无法写入单个 ONNX 文件（上限 2 GB）。请缩小模型并重新训练，或直接在这里使用模型。");

    public static readonly MessageTemplate OtherRun = new(
        "OtherRun",
        "The checkpoint in “{path}” belongs to another document or to other data. Start a new run instead.",
        "“{path}”中的检查点属于另一个模型或另一份数据。请重新开始训练。");

    public static readonly MessageTemplate OutOfMemory = new(
        "OutOfMemory",
        "{what} needs more memory than this machine has free. Choose a smaller batch size, or fewer units or channels.",
        "{what}需要的内存超过了本机可用内存。请减小批大小，或减少单元数或通道数。");

    public static readonly MessageTemplate PartlyTested = new(
        "partly-tested",
        "To stop without a long wait, only the first {tested:N0} of {all:N0} test samples were scored.",
        "为了尽快停止，只对 {all:N0} 个测试样本中的前 {tested:N0} 个进行了评分。");

    public static readonly MessageTemplate RateChanged = new(
        "rate-changed",
        "The learning rate was changed by hand in epoch {epoch}, from {from} to {to}.",
        "第 {epoch} 轮时手动修改了学习率：从 {from} 改为 {to}。");

    public static readonly MessageTemplate RatesNotUnderstood = new(
        "damage-rates",
        "something in it is no change of a learning rate",
        "其中有不是学习率修改记录的内容");

    public static readonly MessageTemplate ScoreNeedsValidation = new(
        "ScoreNeedsValidation",
        "“{term}” is to decide which epoch is best, but no rows are kept for validation. Give the validation part a share of the data, or watch the loss.",
        "要以“{term}”判断哪一轮最好，但没有留出验证数据。请给验证部分分配一些数据，或改为监测损失。");

    public static readonly MessageTemplate ScoreNotTold = new(
        "ScoreNotTold",
        "“{term}” is watched, but it cannot be computed from the {validationSamples:N0} validation samples, for example because they all have the same true value. Keep more rows for validation, or watch the loss.",
        "要监测“{term}”，但无法用这 {validationSamples:N0} 个验证样本计算它，例如因为它们的真实值都相同。请留出更多验证数据，或改为监测损失。");

    public static readonly MessageTemplate SeveralDataSets = new(
        "SeveralDataSets",
        "The model reads several data sets ({read}), whose rows do not belong together. Join them into one table first.",
        "模型同时读取了多个数据集（{read}），它们的行无法对应。请先合并成一个表。");

    public static readonly MessageTemplate TensorChanged = new(
        "damage-tensor-changed",
        "the tensor \"{tensor}\" was changed after it was saved",
        "张量“{tensor}”在保存之后被改动过");

    public static readonly MessageTemplate TensorMisplaced = new(
        "damage-tensor-misplaced",
        "the place of the tensor \"{tensor}\" does not fit its shape, its neighbours or the file's length",
        "张量“{tensor}”的位置与其形状、相邻张量或文件长度不符");

    public static readonly MessageTemplate TooManyThreads = new(
        "TooManyThreads",
        "{threads} threads are too many: this machine can use at most {most}. Choose fewer.",
        "{threads} 个线程太多：本机最多可以使用 {most} 个。请减少线程数。");

    public static readonly MessageTemplate TrainingStep = new("training-step", "The training step", "训练步骤");

    public static readonly MessageTemplate UnknownElementType = new(
        "damage-element-type",
        "the tensor \"{tensor}\" has the element type \"{type}\"; known are {types}. Convert the file first",
        "张量“{tensor}”的元素类型为“{type}”，目前支持 {types}。请先转换该文件");

    public static readonly MessageTemplate UnknownScore = new(
        "UnknownScore",
        "The training plan watches “{name}”, but this model has no such score. It has: {known}.",
        "训练计划要监测“{name}”，但这个模型没有这项指标。可用的有：{known}。");

    public static readonly MessageTemplate ValueNotFinite = new(
        "LossNotFinite.block",
        "Training stopped in epoch {epoch}, step {step}: “{name}” ({path}) produced a value that is not a number. A smaller learning rate, gradient clipping, or standardised inputs usually help.",
        "训练在第 {epoch} 轮第 {step} 步停止：“{name}”（{path}）产生了非数值结果。通常可以减小学习率、启用梯度裁剪，或对输入做标准化。");

    public static readonly MessageTemplate WeightsDoNotFit = new(
        "WeightsDoNotFit",
        "“{path}” has no fitting weights for “{name}”. The folder has been changed; train the model again or restore a copy.",
        "“{path}”中没有与“{name}”匹配的权重。文件夹已被改动，请重新训练或从备份恢复。");

    public static readonly MessageTemplate ProblemsInGraph = new("ProblemsInGraph", "{problems:sentences}", "{problems:sentences}");

    public static readonly MessageTemplate ProblemAtBlock = new("graph-problem.block", "[{block}] {problem}", "[{block}] {problem}");

    public static readonly MessageTemplate ProblemWithFix = new("graph-problem.fix", "{problem} Way out: {fix}.", "{problem}解决办法：{fix}。");
}

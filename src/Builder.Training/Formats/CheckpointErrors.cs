using Builder.Graph;

namespace Builder.Training.Formats;

/// <summary>What can go wrong with files of models, in plain words.</summary>
internal static class CheckpointErrors
{
    public static CheckpointException Missing(string file) => new(
        "checkpoint-missing",
        file,
        new Localized(
            $"The file \"{file}\" does not exist. Check its name and folder.",
            $"找不到文件“{file}”。请检查文件名和所在文件夹。"));

    public static CheckpointException BestMissing(string file) => new(
        "checkpoint-missing",
        file,
        new Localized(
            $"The file \"{file}\" is missing. It holds the weights of the best epoch; without it, later ones would be saved as the best model. "
                + "Put it back from a copy, or start a new run.",
            $"缺少文件“{file}”。其中保存着最佳一轮的权重；没有它，就会把后来的权重当作最佳模型保存。请用副本恢复该文件，或重新开始训练。"));

    public static CheckpointException Unreadable(string file, Exception cause) => new(
        "checkpoint-unreadable",
        file,
        new Localized(
            $"The file \"{file}\" cannot be read ({cause.Message}). Check that it may be read, then try again.",
            $"无法读取文件“{file}”（{cause.Message}）。请检查读取权限，然后重试。"),
        cause);

    public static CheckpointException Damaged(string file, Localized what, Exception? cause = null) => new(
        "checkpoint-damaged",
        file,
        new Localized(
            $"The file \"{file}\" is damaged: {what.En}. Take another copy of it or an earlier checkpoint, or train again.",
            $"文件“{file}”已损坏：{what.Zh}。请使用其他副本或较早的检查点，或重新训练。"),
        cause);

    public static CheckpointException Unsupported(string file, Localized what) => new(
        "checkpoint-unsupported",
        file,
        new Localized(
            $"The file \"{file}\" cannot be used here: {what.En}.",
            $"无法在此使用文件“{file}”：{what.Zh}。"));

    public static CheckpointException TooLarge(string file, Exception? cause = null) => new(
        "checkpoint-too-large",
        file,
        new Localized(
            $"The file \"{file}\" does not fit into memory. Close other programs, use a smaller model, or a machine with more memory.",
            $"内存不足，无法载入文件“{file}”。请关闭其他程序、使用更小的模型，或换用内存更大的机器。"),
        cause);

    public static CheckpointException DiskFull(string file, Exception cause) => new(
        "disk-full",
        file,
        new Localized(
            $"\"{file}\" could not be saved, because the disk is full. What was there before is unchanged. Free some space and try again.",
            $"磁盘空间已满，无法保存“{file}”。原有文件没有改变。请清理出空间后重试。"),
        cause);

    public static CheckpointException NotWritten(string file, Exception cause) => new(
        CheckpointException.NotWritten,
        file,
        new Localized(
            $"\"{file}\" could not be saved ({cause.Message}). What was there before is unchanged. Check that the folder exists and may be written to.",
            $"无法保存“{file}”（{cause.Message}）。原有文件没有改变。请检查文件夹是否存在以及是否有写入权限。"),
        cause);
}

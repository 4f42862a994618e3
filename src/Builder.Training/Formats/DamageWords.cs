using Builder.Graph;

namespace Builder.Training.Formats;

/// <summary>How a file of weights can be damaged, in plain words.</summary>
internal static class DamageWords
{
    public static Localized CutShort { get; } = new(
        "it ends too early, or is no safetensors file", "文件不完整，或不是 safetensors 文件");

    public static Localized HeaderTooLong { get; } = new(
        "the list of its contents would be longer than such a file can have", "其内容目录的长度超出了格式允许的范围");

    public static Localized HeaderChanged { get; } = new(
        "the list of its contents was changed after it was saved", "其内容目录在保存之后被改动过");

    public static Localized NoChecksums { get; } = new(
        "it carries no checksums, as every file saved here does", "其中缺少校验值，而在此保存的文件都带有校验值");

    public static Localized DataLeftOver { get; } = new(
        "there is data in it that belongs to no tensor", "其中含有不属于任何张量的数据");

    public static Localized Header(string place) => new(
        $"the list of its contents cannot be understood at \"{place}\"", $"其内容目录在“{place}”处无法识别");

    public static Localized Offsets(string tensor) => new(
        $"the place of the tensor \"{tensor}\" does not fit its shape, its neighbours or the file's length",
        $"张量“{tensor}”的位置与其形状、相邻张量或文件长度不符");

    public static Localized TensorChanged(string tensor) => new(
        $"the tensor \"{tensor}\" was changed after it was saved", $"张量“{tensor}”在保存之后被改动过");

    public static Localized UnknownType(string tensor, string type) => new(
        $"the tensor \"{tensor}\" has the element type \"{type}\"; known are {Types}. Convert the file first",
        $"张量“{tensor}”的元素类型为“{type}”，目前支持 {Types}。请先转换该文件");

    private static string Types => string.Join(", ", Enum.GetNames<SafetensorsDType>());
}

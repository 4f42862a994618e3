using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>Reasons for refusing an edit that several edits share.</summary>
internal static class EditProblems
{
    /// <summary>Something that the edit needs is not there: a mistake of a program, not of a person.</summary>
    public static Problem Incomplete(string what) => new("IncompleteEdit", null, new(
        $"The change could not be made because it is incomplete ({what}).", $"修改内容不完整（{what}），无法执行。"));

    /// <summary>A block that another person may have removed in the meantime.</summary>
    public static Problem NoBlock(string id) => new("UnknownBlock", null, new(
        $"The block “{BlockNames.Short(id)}” is not there any more.", $"模块“{BlockNames.Short(id)}”已不存在。"));

    /// <summary>A group that is not there.</summary>
    public static Problem NoGroup(string id) => new("UnknownGroup", null, new(
        $"The group “{BlockNames.Short(id)}” is not there any more.", $"分组“{BlockNames.Short(id)}”已不存在。"));

    /// <summary>A link that is not there.</summary>
    public static Problem NoLink(PortRef to) => new("UnknownLink", null, new(
        $"There is no link to {BlockNames.Short(to.ToString())}.", $"没有连到 {BlockNames.Short(to.ToString())} 的连线。"));

    /// <summary>An id that is in use.</summary>
    public static Problem IdTaken(string id) => new("IdTaken", null, new(
        $"The id “{id}” is already in use.", $"编号“{id}”已被使用。"));

    /// <summary>A limit of the document is reached.</summary>
    public static Problem TooMany(int limit, Localized what) => new("TooMany", null, new(
        $"A project holds at most {limit} {what.En}.", $"一个项目最多有 {limit} {what.Zh}。"));
}

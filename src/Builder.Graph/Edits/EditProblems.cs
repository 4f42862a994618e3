using Builder.Graph.Analysis;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>Reasons for refusing an edit that several edits share.</summary>
internal static class EditProblems
{
    private static readonly MessageTemplate IncompleteEdit = new(
        "IncompleteEdit",
        "The change could not be made because it is incomplete ({what}).",
        "修改内容不完整（{what}），无法执行。");

    private static readonly MessageTemplate UnknownBlock = new(
        "UnknownBlock",
        "The block “{name}” is not there any more.",
        "模块“{name}”已不存在。");

    private static readonly MessageTemplate UnknownGroup = new(
        "UnknownGroup.gone",
        "The group “{name}” is not there any more.",
        "分组“{name}”已不存在。");

    private static readonly MessageTemplate UnknownLink = new(
        "UnknownLink",
        "There is no link to {to}.",
        "没有连到 {to} 的连线。");

    private static readonly MessageTemplate IdTakenWords = new(
        "IdTaken",
        "The id “{name}” is already in use.",
        "编号“{name}”已被使用。");

    private static readonly MessageTemplate TooManyWords = new(
        "TooMany.edit",
        "A project holds at most {limit} {what}.",
        "一个项目最多有 {limit} {what}。");

    /// <summary>Something that the edit needs is not there: a mistake of a program, not of a person.</summary>
    public static Problem Incomplete(string what) => new(null, IncompleteEdit.With(("what", what)));

    /// <summary>A block that another person may have removed in the meantime.</summary>
    public static Problem NoBlock(string id) => new(null, UnknownBlock.With(("name", BlockNames.Short(id))));

    /// <summary>A group that is not there.</summary>
    public static Problem NoGroup(string id) => new(null, UnknownGroup.With(("name", BlockNames.Short(id))));

    /// <summary>A link that is not there.</summary>
    public static Problem NoLink(PortRef to) => new(null, UnknownLink.With(("to", BlockNames.Short(to.ToString()))));

    /// <summary>An id that is in use.</summary>
    public static Problem IdTaken(string id) => new(null, IdTakenWords.With(("name", id)));

    /// <summary>A limit of the document is reached.</summary>
    public static Problem TooMany(int limit, Message what) => new(null, TooManyWords.With(("limit", limit), ("what", what)));
}

using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// The rules that every stored document keeps, checked for one item at a time: by the reader for each item of a file, by the editor for
/// what an edit brings in, and by the analysis once more, because documents can also be made in code.
/// </summary>
public static class StructureRules
{
    private static readonly MessageTemplate UnknownParameter = new(
        "UnknownParameter",
        "“{block}” has no parameter “{name}”.{hint}",
        "“{block}”没有名为“{name}”的参数。{hint}");

    private static readonly MessageTemplate RemoveParameter = new("fix-remove-parameter", "Remove the parameter", "删除这个参数");

    private static readonly MessageTemplate RemoveLink = new("fix-remove-link", "Remove the link", "删除这条连线");

    private static readonly MessageTemplate DanglingLink = new(
        "DanglingLink",
        "The link from {from} to {to} leads nowhere: there is no block “{missing}”.",
        "从 {from} 到 {to} 的连线悬空：没有名为“{missing}”的模块。");

    private static readonly MessageTemplate OutputWords = new("problem-output", "output", "输出");

    private static readonly MessageTemplate InputWords = new("problem-input", "input", "输入");

    private static readonly MessageTemplate LinkAcrossGroups = new(
        "LinkAcrossGroups",
        "“{from}” and “{to}” are in different groups. Wires enter and leave a group through its ports.",
        "“{from}”与“{to}”不在同一个分组中。连线须经由分组的端口进出。");

    private static readonly MessageTemplate BadBlockId = new(
        "BadId",
        "“{name}” cannot be the id of a block: an id has 1 to {idLength} letters a–z, digits, - or _. Use a label for other characters.",
        "“{name}”不能用作编号：编号由 1 到 {idLength} 个英文字母、数字、- 或 _ 组成。其他文字请写在名称里。");

    private static readonly MessageTemplate BadGroupId = new(
        "BadId.group",
        "“{name}” cannot be the id of a group: an id has 1 to {idLength} letters a–z, digits, - or _. Use a label for other characters.",
        "“{name}”不能用作编号：编号由 1 到 {idLength} 个英文字母、数字、- 或 _ 组成。其他文字请写在名称里。");

    private static readonly MessageTemplate BadNoteId = new(
        "BadId.note",
        "“{name}” cannot be the id of a note: an id has 1 to {idLength} letters a–z, digits, - or _. Use a label for other characters.",
        "“{name}”不能用作编号：编号由 1 到 {idLength} 个英文字母、数字、- 或 _ 组成。其他文字请写在名称里。");

    private static readonly MessageTemplate UnknownKind = new(
        "UnknownKind",
        "There is no kind of block called “{kind}”.{hint}",
        "没有名为“{kind}”的模块类型。{hint}");

    private static readonly MessageTemplate WeightsInCircle = new(
        "WeightsInCircle",
        "“{block}” cannot use its own weights as if they were another block's.",
        "“{block}”不能把自己当作权重来源。");

    private static readonly MessageTemplate UnknownWeightsFrom = new(
        "UnknownWeightsFrom",
        "“{block}” should use the weights of “{weightsFrom}”, but there is no such block.",
        "“{block}”要使用“{weightsFrom}”的权重，但没有这个模块。");

    private static readonly MessageTemplate WeightsAcrossGroups = new(
        "WeightsAcrossGroups",
        "“{block}” cannot use the weights of “{owner}”, which is in another group.",
        "“{block}”不能使用“{owner}”的权重，因为后者在另一个分组中。");

    private static readonly MessageTemplate OffCanvasWords = new(
        "OffCanvas",
        "“{name}” lies off the canvas: positions must be numbers up to {canvas:0}.",
        "“{name}”超出了画布：坐标必须是绝对值不超过 {canvas:0} 的数。");

    private static readonly MessageTemplate UnknownGroupWords = new(
        "UnknownGroup",
        "There is no group “{group}”.{hint}",
        "没有名为“{group}”的分组。{hint}");

    private static readonly MessageTemplate NoPorts = new(
        "UnknownPort.none",
        "“{block}” has no {what} “{port}”: it has none at all.",
        "“{block}”没有{what}“{port}”：它没有任何{what}。");

    private static readonly MessageTemplate OtherPorts = new(
        "UnknownPort",
        "“{block}” has no {what} “{port}”. It has: {names}.",
        "“{block}”没有{what}“{port}”。可用的有：{names}。");

    private static readonly MessageTemplate ScheduleWanted = new(
        "WrongContent.schedule-wanted",
        "“{to}” wants a learning-rate schedule at “{input}”, but “{from}” gives values.",
        "“{to}”的“{input}”需要学习率调度，但“{from}”给出的是数值。");

    private static readonly MessageTemplate IsSchedule = new(
        "WrongContent",
        "“{from}” is a learning-rate schedule and can only be linked to an optimizer.",
        "“{from}”是学习率调度，只能连接到优化器。");

    private static readonly MessageTemplate BadSlot = new(
        "BadSlot",
        "A link to “{input}” of “{to}” has place {slot}; places count from 0 to {listLength}.",
        "连到“{to}”的“{input}”的连线序号为 {slot}；序号须在 0 到 {listLength} 之间。");

    /// <summary>What is wrong with a block in itself and with what it refers to; null where all is well.</summary>
    public static Problem? OfBlock(ProjectDocument document, Block block) =>
        OfId(block.Id, "block")
        ?? OfKind(block)
        ?? OfTexts(block)
        ?? OfPosition(block)
        ?? OfGroup(document, block)
        ?? block.Parameters.Select(p => OfParameter(block, p.Key, p.Value)).FirstOrDefault(p => p is not null)
        ?? OfWeights(document, block);

    /// <summary>What is wrong with one parameter of a block: an unknown name or a value of another type.</summary>
    public static Problem? OfParameter(Block block, string name, ParameterValue? value)
    {
        if (BlockCatalog.Find(block.Kind) is not { } kind)
        {
            return null;
        }

        if (kind.FindParameter(name) is not { } parameter)
        {
            var hint = NearestName.Suggestion(name, kind.Parameters.Select(p => p.Name));
            return new(block.Id, UnknownParameter.With(("block", BlockNames.Name(block)), ("name", name), ("hint", hint)),
                new Fix(RemoveParameter.With(), new SetParameter(block.Id, name, null)));
        }

        return value is null ? null : ParameterRules.OfType(block, parameter, value);
    }

    /// <summary>What is wrong with a link: an end that does not exist, or ends in different groups.</summary>
    public static Problem? OfLink(ProjectDocument document, PortLookup ports, Link link)
    {
        var remove = new Fix(RemoveLink.With(), new Disconnect(link.To, link.Slot));
        if (MissingBlock(document, link) is { } missing)
        {
            return new(null, DanglingLink.With(("from", link.From.ToString()), ("to", link.To.ToString()), ("missing", missing)), remove);
        }

        var (from, to) = (document.Blocks[link.From.Block], document.Blocks[link.To.Block]);
        if (ports.Output(link.From) is not { } output)
        {
            return UnknownPort(from, link.From.Port, ports.Outputs(from).Select(p => p.Name), OutputWords.With(), remove);
        }

        if (ports.Input(link.To) is not { } input)
        {
            return UnknownPort(to, link.To.Port, ports.Inputs(to).Select(p => p.Name), InputWords.With(), remove);
        }

        if (from.Group != to.Group)
        {
            return new(to.Id, LinkAcrossGroups.With(("from", BlockNames.Name(from)), ("to", BlockNames.Name(to))), remove);
        }

        return input.Content != output.Content ? WrongContent(from, to, input, remove) : OfSlot(link, to, input, remove);
    }

    /// <summary>What is wrong with a group in itself.</summary>
    public static Problem? OfGroup(Group group) => OfId(group.Id, "group") ?? OfText(group.Name, DocumentLimits.NameLength, null);

    /// <summary>What is wrong with a note in itself and with the group that it names.</summary>
    public static Problem? OfNote(ProjectDocument document, Note note) =>
        OfId(note.Id, "note")
        ?? OfText(note.Text, DocumentLimits.TextLength, null)
        ?? OfText(note.Zh, DocumentLimits.TextLength, null)
        ?? (IsOnCanvas(note.Position) ? null : OffCanvas(note.Id))
        ?? (note.Group is null || document.Groups.ContainsKey(note.Group) ? null : UnknownGroup(null, note.Group, document));

    /// <summary>What is wrong with a text; null is no text and always right.</summary>
    public static Problem? OfText(string? text, int limit, string? block)
    {
        if (text is null)
        {
            return null;
        }

        return text.Length > limit ? new(block, TextRules.TooLong(limit))
            : TextRules.IsWhole(text) ? null
            : new(block, TextRules.Broken);
    }

    /// <summary>What is wrong with an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="of">What has it: "block", "group" or "note".</param>
    public static Problem? OfId(string? id, string of)
    {
        if (Ids.IsValid(id))
        {
            return null;
        }

        var (isBlock, isGroup) = (of == "block", of == "group");
        return new(null, (isBlock ? BadBlockId : isGroup ? BadGroupId : BadNoteId).With(("name", BlockNames.Short(id)), ("idLength", DocumentLimits.IdLength)));
    }

    private static Problem? OfKind(Block block)
    {
        if (BlockCatalog.Find(block.Kind) is not null)
        {
            return null;
        }

        var hint = NearestName.Suggestion(block.Kind, BlockCatalog.Kinds.Select(k => k.Id));
        return new(block.Id, UnknownKind.With(("kind", BlockNames.Short(block.Kind)), ("hint", hint)),
            new Fix(ProblemWords.RemoveBlock.With(), new RemoveBlock(block.Id)));
    }

    private static Problem? OfTexts(Block block) =>
        OfText(block.Label, DocumentLimits.NameLength, block.Id) ?? OfText(block.Note, DocumentLimits.TextLength, block.Id);

    private static Problem? OfPosition(Block block) => IsOnCanvas(block.Position) ? null : OffCanvas(block.Id);

    private static Problem? OfGroup(ProjectDocument document, Block block) =>
        block.Group is null || document.Groups.ContainsKey(block.Group) ? null : UnknownGroup(block.Id, block.Group, document);

    private static Problem? OfWeights(ProjectDocument document, Block block)
    {
        if (block.WeightsFrom is null)
        {
            return null;
        }

        var fix = new Fix(ProblemWords.GiveItWeightsOfItsOwn.With(), new ShareWeights(block.Id, null));
        if (block.WeightsFrom == block.Id)
        {
            return new(block.Id, WeightsInCircle.With(("block", BlockNames.Name(block))), fix);
        }

        if (!document.Blocks.TryGetValue(block.WeightsFrom, out var owner))
        {
            return new(
                block.Id,
                UnknownWeightsFrom.With(("block", BlockNames.Name(block)), ("weightsFrom", BlockNames.Short(block.WeightsFrom))),
                fix);
        }

        return owner.Group == block.Group ? null : new(
            block.Id,
            WeightsAcrossGroups.With(("block", BlockNames.Name(block)), ("owner", BlockNames.Name(owner))),
            fix);
    }

    private static bool IsOnCanvas(Position position) =>
        Math.Abs(position.X) <= DocumentLimits.Canvas && Math.Abs(position.Y) <= DocumentLimits.Canvas;

    private static Problem OffCanvas(string id) => new(null, OffCanvasWords.With(("name", BlockNames.Short(id)), ("canvas", DocumentLimits.Canvas)));

    private static Problem UnknownGroup(string? block, string group, ProjectDocument document)
    {
        var hint = NearestName.Suggestion(group, document.Groups.Keys);
        return new(block, UnknownGroupWords.With(("group", BlockNames.Short(group)), ("hint", hint)),
            block is null ? null : new Fix(ProblemWords.RemoveBlock.With(), new RemoveBlock(block)));
    }

    private static string? MissingBlock(ProjectDocument document, Link link) =>
        !document.Blocks.ContainsKey(link.From.Block) ? BlockNames.Short(link.From.Block)
        : !document.Blocks.ContainsKey(link.To.Block) ? BlockNames.Short(link.To.Block)
        : null;

    private static Problem UnknownPort(Block block, string port, IEnumerable<string> known, Message what, Fix fix)
    {
        var names = string.Join(", ", known);
        return new(block.Id, names.Length == 0
            ? NoPorts.With(("block", BlockNames.Name(block)), ("what", what), ("port", BlockNames.Short(port)))
            : OtherPorts.With(("block", BlockNames.Name(block)), ("what", what), ("port", BlockNames.Short(port)), ("names", names)), fix);
    }

    private static Problem WrongContent(Block from, Block to, Port input, Fix fix) => new(to.Id, input.Content == PortContent.Schedule
        ? ScheduleWanted.With(("to", BlockNames.Name(to)), ("input", BlockNames.Title(to, input)), ("from", BlockNames.Name(from)))
        : IsSchedule.With(("from", BlockNames.Name(from))), fix);

    private static Problem? OfSlot(Link link, Block to, Port input, Fix fix) =>
        link.Slot is >= 0 and < DocumentLimits.ListLength ? null : new(
            to.Id,
            BadSlot.With(("input", BlockNames.Title(to, input)), ("to", BlockNames.Name(to)), ("slot", link.Slot), ("listLength", DocumentLimits.ListLength - 1)),
            fix);
}

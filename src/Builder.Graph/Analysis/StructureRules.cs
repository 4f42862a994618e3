using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Problems;

namespace Builder.Graph.Analysis;

/// <summary>
/// The rules that every stored document keeps, checked for one item at a time: by the reader for each item of a file, by the editor for
/// what an edit brings in, and by the analysis once more, because documents can also be made in code.
/// </summary>
public static class StructureRules
{
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
            var hint = NearestName.Hint(name, kind.Parameters.Select(p => p.Name));
            return new("UnknownParameter", block.Id, new(
                $"“{BlockNames.Name(block).En}” has no parameter “{name}”.{hint.En}",
                $"“{BlockNames.Name(block).Zh}”没有名为“{name}”的参数。{hint.Zh}"),
                new Fix(new("Remove the parameter", "移除该参数"), new SetParameter(block.Id, name, null)));
        }

        return value is null ? null : ParameterRules.OfType(block, parameter, value);
    }

    /// <summary>What is wrong with a link: an end that does not exist, or ends in different groups.</summary>
    public static Problem? OfLink(ProjectDocument document, PortLookup ports, Link link)
    {
        var remove = new Fix(new("Remove the link", "移除这条连线"), new Disconnect(link.To, link.Slot));
        if (MissingBlock(document, link) is { } missing)
        {
            return new("DanglingLink", null, new(
                $"The link from {link.From} to {link.To} leads nowhere: there is no block “{missing}”.",
                $"从 {link.From} 到 {link.To} 的连线悬空：没有名为“{missing}”的模块。"), remove);
        }

        var (from, to) = (document.Blocks[link.From.Block], document.Blocks[link.To.Block]);
        if (ports.Output(link.From) is not { } output)
        {
            return UnknownPort(from, link.From.Port, ports.Outputs(from).Select(p => p.Name), new("output", "输出"), remove);
        }

        if (ports.Input(link.To) is not { } input)
        {
            return UnknownPort(to, link.To.Port, ports.Inputs(to).Select(p => p.Name), new("input", "输入"), remove);
        }

        if (from.Group != to.Group)
        {
            return new("LinkAcrossGroups", to.Id, new(
                $"“{BlockNames.Name(from).En}” and “{BlockNames.Name(to).En}” are in different groups. Wires enter and leave a group through its ports.",
                $"“{BlockNames.Name(from).Zh}”与“{BlockNames.Name(to).Zh}”不在同一个分组中。连线须经由分组的端口进出。"), remove);
        }

        return input.Content != output.Content ? WrongContent(from, to, input, remove) : OfSlot(link, to, input, remove);
    }

    /// <summary>What is wrong with a group in itself.</summary>
    public static Problem? OfGroup(Group group) => OfId(group.Id, "group") ?? OfText(group.Name, DocumentLimits.NameLength, null);

    /// <summary>What is wrong with a note in itself and with the group that it names.</summary>
    public static Problem? OfNote(ProjectDocument document, Note note) =>
        OfId(note.Id, "note")
        ?? OfText(note.Text, DocumentLimits.TextLength, null)
        ?? (IsOnCanvas(note.Position) ? null : OffCanvas(note.Id))
        ?? (note.Group is null || document.Groups.ContainsKey(note.Group) ? null : UnknownGroup(null, note.Group, document));

    /// <summary>What is wrong with a text; null is no text and always right.</summary>
    public static Problem? OfText(string? text, int limit, string? block)
    {
        if (text is null)
        {
            return null;
        }

        return text.Length > limit ? new("TextTooLong", block, TextRules.TooLong(limit).Words)
            : TextRules.IsWhole(text) ? null
            : new("BrokenText", block, TextRules.Broken.Words);
    }

    /// <summary>What is wrong with an id.</summary>
    public static Problem? OfId(string? id, string of) => Ids.IsValid(id) ? null : new("BadId", null, new(
        $"“{BlockNames.Short(id)}” cannot be the id of a {of}: an id has 1 to {DocumentLimits.IdLength} letters a–z, digits, - or _. Use a label for other characters.",
        $"“{BlockNames.Short(id)}”不能用作编号：编号由 1 到 {DocumentLimits.IdLength} 个英文字母、数字、- 或 _ 组成。其他文字请写在名称里。"));

    private static Problem? OfKind(Block block)
    {
        if (BlockCatalog.Find(block.Kind) is not null)
        {
            return null;
        }

        var hint = NearestName.Hint(block.Kind, BlockCatalog.Kinds.Select(k => k.Id));
        return new("UnknownKind", block.Id, new(
            $"There is no kind of block called “{BlockNames.Short(block.Kind)}”.{hint.En}", $"没有名为“{BlockNames.Short(block.Kind)}”的模块类型。{hint.Zh}"),
            new Fix(new("Remove the block", "移除该模块"), new RemoveBlock(block.Id)));
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

        var fix = new Fix(new("Give it weights of its own", "改用自己的权重"), new ShareWeights(block.Id, null));
        if (block.WeightsFrom == block.Id)
        {
            return new("WeightsInCircle", block.Id, new(
                $"“{BlockNames.Name(block).En}” cannot use its own weights as if they were another block's.",
                $"“{BlockNames.Name(block).Zh}”不能把自己当作权重来源。"), fix);
        }

        if (!document.Blocks.TryGetValue(block.WeightsFrom, out var owner))
        {
            return new("UnknownWeightsFrom", block.Id, new(
                $"“{BlockNames.Name(block).En}” should use the weights of “{BlockNames.Short(block.WeightsFrom)}”, but there is no such block.",
                $"“{BlockNames.Name(block).Zh}”要使用“{BlockNames.Short(block.WeightsFrom)}”的权重，但没有这个模块。"), fix);
        }

        return owner.Group == block.Group ? null : new("WeightsAcrossGroups", block.Id, new(
            $"“{BlockNames.Name(block).En}” cannot use the weights of “{BlockNames.Name(owner).En}”, which is in another group.",
            $"“{BlockNames.Name(block).Zh}”不能使用“{BlockNames.Name(owner).Zh}”的权重，因为后者在另一个分组中。"), fix);
    }

    private static bool IsOnCanvas(Position position) =>
        Math.Abs(position.X) <= DocumentLimits.Canvas && Math.Abs(position.Y) <= DocumentLimits.Canvas;

    private static Problem OffCanvas(string id) => new("OffCanvas", null, new(
        $"“{BlockNames.Short(id)}” lies off the canvas: positions must be numbers up to {DocumentLimits.Canvas:0}.",
        $"“{BlockNames.Short(id)}”超出了画布：坐标必须是绝对值不超过 {DocumentLimits.Canvas:0} 的数。"));

    private static Problem UnknownGroup(string? block, string group, ProjectDocument document)
    {
        var hint = NearestName.Hint(group, document.Groups.Keys);
        return new("UnknownGroup", block, new(
            $"There is no group “{BlockNames.Short(group)}”.{hint.En}", $"没有名为“{BlockNames.Short(group)}”的分组。{hint.Zh}"),
            block is null ? null : new Fix(new("Remove the block", "移除该模块"), new RemoveBlock(block)));
    }

    private static string? MissingBlock(ProjectDocument document, Link link) =>
        !document.Blocks.ContainsKey(link.From.Block) ? BlockNames.Short(link.From.Block)
        : !document.Blocks.ContainsKey(link.To.Block) ? BlockNames.Short(link.To.Block)
        : null;

    private static Problem UnknownPort(Block block, string port, IEnumerable<string> known, Localized what, Fix fix)
    {
        var names = string.Join(", ", known);
        return new("UnknownPort", block.Id, names.Length == 0
            ? new($"“{BlockNames.Name(block).En}” has no {what.En} “{BlockNames.Short(port)}”: it has none at all.", $"“{BlockNames.Name(block).Zh}”没有{what.Zh}“{BlockNames.Short(port)}”：它没有任何{what.Zh}。")
            : new($"“{BlockNames.Name(block).En}” has no {what.En} “{BlockNames.Short(port)}”. It has: {names}.", $"“{BlockNames.Name(block).Zh}”没有{what.Zh}“{BlockNames.Short(port)}”。可用的有：{names}。"), fix);
    }

    private static Problem WrongContent(Block from, Block to, Port input, Fix fix) => new("WrongContent", to.Id, input.Content == PortContent.Schedule
        ? new($"“{BlockNames.Name(to).En}” wants a learning-rate schedule at “{input.Title.En}”, but “{BlockNames.Name(from).En}” gives values.", $"“{BlockNames.Name(to).Zh}”的“{input.Title.Zh}”需要学习率计划，但“{BlockNames.Name(from).Zh}”给出的是数值。")
        : new($"“{BlockNames.Name(from).En}” is a learning-rate schedule and can only be linked to an optimizer.", $"“{BlockNames.Name(from).Zh}”是学习率计划，只能连接到优化器。"), fix);

    private static Problem? OfSlot(Link link, Block to, Port input, Fix fix) =>
        link.Slot is >= 0 and < DocumentLimits.ListLength ? null : new("BadSlot", to.Id, new(
            $"A link to “{input.Title.En}” of “{BlockNames.Name(to).En}” has place {link.Slot}; places count from 0 to {DocumentLimits.ListLength - 1}.",
            $"连到“{BlockNames.Name(to).Zh}”的“{input.Title.Zh}”的连线序号为 {link.Slot}；序号须在 0 到 {DocumentLimits.ListLength - 1} 之间。"), fix);
}

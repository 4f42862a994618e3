using Builder.Graph.Documents;

namespace Builder.Graph.Edits.Gestures;

/// <summary>Going back to how a document was, as a change like any other.</summary>
public static class RestoreGestures
{
    /// <summary>Turns a document into another one. The project keeps its name; an empty batch where nothing differs.</summary>
    /// <param name="document">The document as it is.</param>
    /// <param name="target">The document as it shall be.</param>
    public static Edit Restore(ProjectDocument document, ProjectDocument target) =>
        new Batch([.. Data(document, target), .. IsSameDrawing(document, target) ? [] : Drawing(document, target), .. Description(document, target)]);

    private static bool IsSameDrawing(ProjectDocument document, ProjectDocument target) =>
        document.Blocks.SequenceEqual(target.Blocks) && document.Links.SequenceEqual(target.Links)
        && document.Groups.SequenceEqual(target.Groups) && document.Notes.SequenceEqual(target.Notes);

    private static IEnumerable<Edit> Data(ProjectDocument document, ProjectDocument target) =>
    [
        .. document.Data.Keys.Where(id => !target.Data.ContainsKey(id)).Select(id => new SetDataSet(id, null)),
        .. target.Data.Where(d => !Equals(document.Data.GetValueOrDefault(d.Key), d.Value)).Select(d => new SetDataSet(d.Key, d.Value)),
    ];

    // Everything goes and everything comes: in whatever order things hold on to each other, this always works.
    private static IEnumerable<Edit> Drawing(ProjectDocument document, ProjectDocument target) =>
    [
        .. document.Notes.Keys.Select(id => new SetNote(id, null)),
        .. document.Blocks.Keys.Select(id => new RemoveBlock(id)),
        .. document.Groups.Keys.Select(id => new RemoveGroup(id)),
        .. target.Groups.Values.Select(group => new AddGroup(group)),
        .. target.Blocks.Values.Select(block => new AddBlock(block with { WeightsFrom = null })),
        .. target.Blocks.Values.Where(block => block.WeightsFrom is not null).Select(block => new ShareWeights(block.Id, block.WeightsFrom)),
        .. target.Links.Values.Select(link => new Connect(link)),
        .. target.Notes.Values.Select(note => new SetNote(note.Id, note)),
    ];

    private static IEnumerable<Edit> Description(ProjectDocument document, ProjectDocument target) =>
        document.Description == target.Description ? [] : [new DescribeProject(target.Description)];
}

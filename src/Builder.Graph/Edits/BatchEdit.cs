using Builder.Graph.Documents;

namespace Builder.Graph.Edits;

/// <summary>Several edits as one: all or none.</summary>
internal static class BatchEdit
{
    /// <summary>Carries them out in order; the first refusal ends it with the document as it was.</summary>
    public static EditResult Apply(ProjectDocument document, Batch batch)
    {
        var (current, inverses) = (document, new List<Edit>());
        foreach (var edit in batch.Edits)
        {
            var result = DocumentEditor.Carry(current, edit);
            if (!result.Succeeded)
            {
                return result;
            }

            current = result.Document;
            Prepend(inverses, result.Inverse);
        }

        inverses.Reverse();
        return inverses.Count <= DocumentLimits.BatchEdits ? EditResult.Changed(current, [.. inverses]) : EditRules.TooLarge;
    }

    /// <summary>Inverses are collected last first and without nesting, so that they never exceed the limits of batches.</summary>
    private static void Prepend(List<Edit> inverses, Edit inverse)
    {
        if (inverse is Batch several)
        {
            inverses.AddRange(several.Edits.Reverse());
        }
        else
        {
            inverses.Add(inverse);
        }
    }
}

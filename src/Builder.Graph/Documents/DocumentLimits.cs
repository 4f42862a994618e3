namespace Builder.Graph.Documents;

/// <summary>How large a document may become. Files beyond these limits are refused before much work is done on them.</summary>
public static class DocumentLimits
{
    /// <summary>Bytes of a project file.</summary>
    public const int FileBytes = 64 * 1024 * 1024;

    /// <summary>Values and brackets in a project file.</summary>
    public const int FileTokens = 2_000_000;

    /// <summary>Brackets within brackets in a project file.</summary>
    public const int FileDepth = 64;

    /// <summary>Blocks of a document.</summary>
    public const int Blocks = 5_000;

    /// <summary>Links of a document.</summary>
    public const int Links = 20_000;

    /// <summary>Groups of a document.</summary>
    public const int Groups = 1_000;

    /// <summary>Notes of a document.</summary>
    public const int Notes = 2_000;

    /// <summary>Data sets of a document.</summary>
    public const int DataSets = 100;

    /// <summary>Groups within groups, counted from the main canvas.</summary>
    public const int GroupDepth = 16;

    /// <summary>Blocks after all uses and repetitions of groups have been opened out.</summary>
    public const int OpenedBlocks = 20_000;

    /// <summary>Characters of an id.</summary>
    public const int IdLength = 64;

    /// <summary>Characters of a name or label.</summary>
    public const int NameLength = 200;

    /// <summary>Characters of a note, a description, or any other text.</summary>
    public const int TextLength = 100_000;

    /// <summary>Values in a list parameter.</summary>
    public const int ListLength = 10_000;

    /// <summary>Characters of all labels, notes, descriptions and text parameters of a document together.</summary>
    public const int AllText = 7_000_000;

    /// <summary>Values in all lists of a document together.</summary>
    public const int AllListValues = 500_000;

    /// <summary>Bytes that the descriptions of all data sets take in a file together.</summary>
    public const int AllData = 1_000_000;

    /// <summary>Runs of neighbouring rows that a data set leaves out.</summary>
    public const int RowRanges = 50_000;

    /// <summary>Rows of a data set that are kept together with others.</summary>
    public const int RowsTogether = 50_000;

    /// <summary>Cells of a data set that are corrected.</summary>
    public const int CorrectedCells = 5_000;

    /// <summary>Characters of a corrected cell.</summary>
    public const int CellLength = 1_000;

    /// <summary>Characters of a column's name.</summary>
    public const int ColumnLength = 1_000;

    /// <summary>Canvas units that a block may lie away from the middle.</summary>
    public const double Canvas = 10_000_000;

    /// <summary>Edits in one batch, those of inner batches included.</summary>
    public const int BatchEdits = 100_000;

    /// <summary>Batches within batches, counted from the outermost.</summary>
    public const int BatchDepth = 16;
}

namespace Builder.Graph.Documents;

/// <summary>
/// The measures of what lies on a canvas, in canvas units (pixels at zoom 1). Everything that draws, places or hits blocks keeps to these:
/// the drawings of the server, the edits that add blocks, and the browser's canvas, whose script and style sheet are generated from them.
/// </summary>
public static class CanvasGeometry
{
    /// <summary>Width of a block.</summary>
    public const double BlockWidth = 176;

    /// <summary>Height of the part of a block that shows its picture and name.</summary>
    public const double HeaderHeight = 34;

    /// <summary>Height of a row with the names of ports.</summary>
    public const double PortRowHeight = 20;

    /// <summary>Height of the line with a block's settings.</summary>
    public const double ParametersHeight = 20;

    /// <summary>Height of the part of a block that shows what comes out of it.</summary>
    public const double FooterHeight = 24;

    /// <summary>Room above the first port row, and below a block without a footer.</summary>
    public const double BlockPadding = 4;

    /// <summary>Height of a block with a footer and without port rows: that of most.</summary>
    public const double LeastBlockHeight = HeaderHeight + BlockPadding + ParametersHeight + FooterHeight;

    /// <summary>Width and height of a port around its middle.</summary>
    public const double PortSize = 12;

    /// <summary>How far below a block's top its first ports are: the same for all blocks, so that a row of them has straight wires.</summary>
    public const double FirstPortY = HeaderHeight + BlockPadding + (PortRowHeight / 2);

    /// <summary>Width of a note.</summary>
    public const double NoteWidth = 200;

    /// <summary>Height that a note has beside its lines.</summary>
    public const double NotePadding = 22;

    /// <summary>Height of a line of a note.</summary>
    public const double NoteLineHeight = 18;

    /// <summary>Height of the tallest note; a longer text is cut and can be scrolled.</summary>
    public const double MostNoteHeight = 400;

    /// <summary>Columns in a line of a note; Chinese letters take two.</summary>
    public const int NoteColumns = 27;

    /// <summary>Letters of a note that are looked at to find its height.</summary>
    public const int MostNoteLetters = 2000;

    /// <summary>Positions that people choose lie on this grid.</summary>
    public const double Grid = 8;

    /// <summary>Curvature of a wire that runs forward, as a share of the way.</summary>
    public const double WireCurvature = 0.28;

    /// <summary>A wire whose end is not this far right of its start goes around corners, so that it can be followed.</summary>
    public const double LeastForward = 12;

    /// <summary>How far such a wire leads straight out of its ports.</summary>
    public const double WireOffset = 24;

    /// <summary>Radius of its corners.</summary>
    public const double WireRadius = 14;

    /// <summary>How much of a canvas is seen across, at zoom 1, beside the panels of a window of 1440 × 900.</summary>
    public const double SeenAcross = 850;

    /// <summary>How much of it is seen from top to bottom.</summary>
    public const double SeenDown = 740;

    /// <summary>Fewest columns of a row into which a long drawing is broken.</summary>
    public const int LeastRowColumns = 3;

    /// <summary>
    /// How much larger a drawing must be seen for one more break to pay: wires that jump back are harder to follow than a little smaller letters.
    /// </summary>
    public const double LeastRowGain = 1.06;

    /// <summary>The same for the first break.</summary>
    public const double LeastFirstRowGain = 1.2;

    /// <summary>Room between rows that a person's arranging makes, for the wires that lead from the end of one to the beginning of the next.</summary>
    public const double RowRoom = 64;

    /// <summary>Below this zoom only names are shown, larger.</summary>
    public const double FarZoom = 0.5;
}

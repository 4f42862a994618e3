using System.Text.Json;

namespace Builder.Protocol;

/// <summary>
/// What a picture worker does ("builder-runner pictures"): it opens pictures and tables that come from anybody, so that no server has to. Each task is
/// answered by one event with its id; tasks may be answered in any order.
/// </summary>
public abstract partial record RunnerCommand
{
    /// <summary>A task of a picture worker.</summary>
    public interface IPictureTask
    {
        /// <summary>Comes back in the answer.</summary>
        string Id { get; }
    }

    /// <summary>Makes a picture of a data set small. Answered by <see cref="RunEvent.PictureDone"/> or <see cref="RunEvent.PictureFailed"/>.</summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="Source">The source of the data set, as in a project file.</param>
    /// <param name="Version">Another one whenever the source's files are others: what was opened before is then opened anew.</param>
    /// <param name="Row">The row, from 0.</param>
    /// <param name="Side">Pixels that the longer side has at most.</param>
    public sealed record Thumbnail(string Id, string Project, JsonElement Source, string Version, int Row, int Side) : RunnerCommand, IPictureTask;

    /// <summary>Looks what some pictures have in common. Answered by <see cref="RunEvent.PicturesSeen"/>.</summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Files">Their files; those that cannot be read are left out.</param>
    public sealed record LookAtPictures(string Id, IReadOnlyList<string> Files) : RunnerCommand, IPictureTask;

    /// <summary>Looks for pictures of a data set that are copies of each other. Answered by <see cref="RunEvent.CopiesFound"/> or <see cref="RunEvent.PictureFailed"/>.</summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="Source">The source of the data set, as in a project file.</param>
    /// <param name="Seconds">How long pictures may be decoded; what was not reached is left out.</param>
    public sealed record FindCopies(string Id, string Project, JsonElement Source, int Seconds) : RunnerCommand, IPictureTask;

    /// <summary>
    /// Opens a picture from end to end, so that it is known to be one. Answered by <see cref="RunEvent.PictureDone"/> without a picture, or
    /// <see cref="RunEvent.PictureFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="File">Its file.</param>
    /// <param name="Name">What the person calls it.</param>
    public sealed record CheckPicture(string Id, string File, string Name) : RunnerCommand, IPictureTask;

    /// <summary>
    /// Decodes pictures of a data set from end to end, one after the other for a short time, at least one. Answered by <see cref="RunEvent.PicturesChecked"/> or
    /// <see cref="RunEvent.PictureFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="Source">The source of the data set, as in a project file.</param>
    /// <param name="Version">Another one whenever the source's files are others.</param>
    /// <param name="Row">The first row, from 0.</param>
    /// <param name="Most">Pictures at most.</param>
    public sealed record CheckRows(string Id, string Project, JsonElement Source, string Version, int Row, int Most) : RunnerCommand, IPictureTask;

    /// <summary>
    /// Brings a drawing into the form of the pictures that a model knows. Answered by <see cref="RunEvent.PictureDone"/>, without a picture where
    /// nothing was drawn, or <see cref="RunEvent.PictureFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="File">The drawing.</param>
    /// <param name="Hint">What the model's pictures are like.</param>
    public sealed record PrepareDrawing(string Id, string File, PictureHint Hint) : RunnerCommand, IPictureTask;

    /// <summary>
    /// Prepares a data set with pictures as for a training and tells its schema. Answered by <see cref="RunEvent.SchemaRead"/> or
    /// <see cref="RunEvent.PictureFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Project">Folder of the project: paths of data are relative to it.</param>
    /// <param name="DataSet">The data set, as in a project file.</param>
    public sealed record ReadSchema(string Id, string Project, JsonElement DataSet) : RunnerCommand, IPictureTask;

    /// <summary>
    /// Reads a table from end to end and leaves its columns beside the file where that is large. Answered by <see cref="RunEvent.TableRead"/> or
    /// <see cref="RunEvent.PictureFailed"/>.
    /// </summary>
    /// <param name="Id">Comes back in the answer.</param>
    /// <param name="Folder">The folder that the source's path is relative to.</param>
    /// <param name="Source">How the table is read, as in a project file.</param>
    public sealed record ReadTable(string Id, string Folder, JsonElement Source) : RunnerCommand, IPictureTask;
}

/// <summary>What pictures a model was trained on, as far as it matters for drawing one.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="IsGrey">No colours.</param>
/// <param name="IsLightOnDark">The ground is dark, as in collections of handwritten digits.</param>
/// <param name="Seen">Between which values the pictures lie; null where that is not known.</param>
public sealed record PictureHint(int Width, int Height, bool IsGrey, bool IsLightOnDark, PictureRange? Seen = null);

/// <summary>What a picture is like as a whole, whatever its size: each from 0 to 1.</summary>
/// <param name="Brightness">Its mean brightness.</param>
/// <param name="Contrast">The standard deviation of its brightness, 1 for half black and half white.</param>
/// <param name="Roughness">The mean difference of neighbouring pixels, once it is 32 pixels wide and high.</param>
/// <param name="Colour">The mean distance of the strongest and the weakest of red, green and blue; 0 for grey.</param>
public sealed record PictureTraits(double Brightness, double Contrast, double Roughness, double Colour);

/// <summary>What some pictures are like.</summary>
/// <param name="Count">How many.</param>
/// <param name="Least">The lowest value of each trait.</param>
/// <param name="Most">The highest.</param>
public sealed record PictureRange(int Count, PictureTraits Least, PictureTraits Most);

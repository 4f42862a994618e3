namespace Builder.Graph.Shapes;

/// <summary>PyTorch's rule for arithmetic on tensors of different shapes. https://pytorch.org/docs/stable/notes/broadcasting.html</summary>
public static class Broadcasting
{
    /// <summary>
    /// The common shape: aligned at the end, each pair of sizes must be equal or one of them 1. Null where that is not so. A symbol only
    /// goes with itself and with 1.
    /// </summary>
    public static Shape? Of(Shape left, Shape right)
    {
        var (longer, shorter) = left.Rank >= right.Rank ? (left, right) : (right, left);
        var result = longer;
        for (var i = 1; i <= shorter.Rank; i++)
        {
            if (Common(longer[-i], shorter[-i]) is not { } dim)
            {
                return null;
            }

            result = result.With(-i, dim);
        }

        return result;
    }

    private static Dim? Common(Dim left, Dim right) =>
        left == right || right == 1 ? left : left == 1 ? right : null;
}

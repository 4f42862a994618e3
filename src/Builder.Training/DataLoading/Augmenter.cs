using Builder.Graph.Data;
using static TorchSharp.torch;

namespace Builder.Training.DataLoading;

/// <summary>
/// Changes training pictures at random, a whole batch at a time on the device: turning, moving and mirroring are one resampling through a
/// random affine map per picture. Random numbers come from libtorch's generator, so a resumed run continues them.
/// </summary>
public static class Augmenter
{
    /// <summary>Pictures [N, C, H, W] with values between 0 and 1, changed as <paramref name="options"/> say; what moves in is black.</summary>
    public static Tensor Apply(Tensor pictures, Augment options)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var changed = pictures;
        if (options.FlipHorizontal || options.FlipVertical || options.Crop > 0 || options.Rotate > 0)
        {
            var grid = nn.functional.affine_grid(RandomMaps(pictures, options), pictures.shape, align_corners: false);
            changed = nn.functional.grid_sample(
                pictures, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, align_corners: false);
        }

        if (options.Noise > 0)
        {
            changed = changed.add(randn_like(changed), options.Noise);
        }

        return changed.MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Shape [N, 2, 3]: one map for each picture, from target to source in coordinates between -1 and 1. In pixels its linear part is a turn
    /// after a mirror, so that its determinant is 1 or -1 and nothing is sheared or scaled.
    /// </summary>
    /// <param name="pictures">[N, C, H, W].</param>
    /// <param name="options">How far to turn (degrees) and move (pixels), and along which axes to mirror at random.</param>
    public static Tensor RandomMaps(Tensor pictures, Augment options)
    {
        var (count, height, width) = (pictures.shape[0], pictures.shape[2], pictures.shape[3]);
        var angle = Between(pictures, count, options.Rotate * Math.PI / 180);
        var flipX = Sign(pictures, count, options.FlipHorizontal);
        var flipY = Sign(pictures, count, options.FlipVertical);
        var moveX = Between(pictures, count, 2.0 * options.Crop / width);
        var moveY = Between(pictures, count, 2.0 * options.Crop / height);
        var (cos, sin) = (angle.cos(), angle.sin());

        // Coordinates are relative to each side, so turning a picture that is not square must undo and redo the proportion.
        var proportion = (double)height / width;
        var top = stack([cos.mul(flipX), sin.mul(flipY).mul(-proportion), moveX], 1);
        var bottom = stack([sin.mul(flipX).div(proportion), cos.mul(flipY), moveY], 1);
        return stack([top, bottom], 1);
    }

    private static Tensor Between(Tensor like, long count, double reach) =>
        rand([count], dtype: like.dtype, device: like.device).mul(2).sub(1).mul(reach);

    private static Tensor Sign(Tensor like, long count, bool random) => random
        ? rand([count], dtype: like.dtype, device: like.device).ge(0.5).to(like.dtype).mul(2).sub(1)
        : ones([count], dtype: like.dtype, device: like.device);
}

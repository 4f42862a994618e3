// Sigmoid and hyperbolic tangent in plain arithmetic, so that a loop over them becomes vector instructions. In float they are off by at
// most three units in the last place; a NaN stays one.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

namespace shim {

#define SHIM_INLINE inline __attribute__((always_inline))

/// e^x for x within ±87: 2^n times a polynomial on ±ln(2)/2. Coefficients: Cephes Mathematical Library, expf (https://www.netlib.org/cephes).
SHIM_INLINE float exponential(float x) {
    // Beyond that the result is not a normal number; for sigmoid and tanh it is 0 or 1 to the last bit long before.
    x = x > 87.0F ? 87.0F : x;
    x = x < -87.0F ? -87.0F : x;
    // Adding and taking away 1.5·2^23 rounds to a whole number.
    const float n = (x * 1.44269504F + 12582912.0F) - 12582912.0F;
    // ln(2) in two parts, of which the first has few bits, so that n times it is exact.
    const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    const float power = p * (r * r) + r + 1.0F;
    const uint32_t bits = static_cast<uint32_t>(static_cast<int32_t>(n) + 127) << 23;
    float scale;
    std::memcpy(&scale, &bits, sizeof(scale));
    return power * scale;
}

SHIM_INLINE float sigmoid(float x) { return 1.0F / (1.0F + exponential(-x)); }

/// Near zero a polynomial, where 1 - 2 / (e^2x + 1) would lose its digits. Coefficients: Cephes Mathematical Library, tanhf.
SHIM_INLINE float hyperbolic_tangent(float x) {
    const float magnitude = std::fabs(x);
    const float square = x * x;
    float p = -5.70498872745e-3F;
    p = p * square + 2.06390887954e-2F;
    p = p * square - 5.37397155531e-2F;
    p = p * square + 1.33314422036e-1F;
    p = p * square - 3.33332819422e-1F;
    const float near = p * square * x + x;
    const float far = std::copysign(1.0F - 2.0F / (exponential(2.0F * magnitude) + 1.0F), x);
    return magnitude < 0.625F ? near : far;
}

SHIM_INLINE double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }

SHIM_INLINE double hyperbolic_tangent(double x) { return std::tanh(x); }

}  // namespace shim
